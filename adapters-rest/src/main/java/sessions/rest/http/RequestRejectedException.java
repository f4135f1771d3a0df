package sessions.rest.http;

import sessions.domain.error.ErrorCode;

/** A request is rejected for a reason of HTTP: its method, its media type or its encoding. */
final class RequestRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String explanation;

    /** @param explanation the message for the caller */
    RequestRejectedException(ErrorCode code, String explanation) {
        super(explanation);
        this.code = code;
        this.explanation = explanation;
    }

    ErrorCode code() {
        return code;
    }

    String explanation() {
        return explanation;
    }
}
