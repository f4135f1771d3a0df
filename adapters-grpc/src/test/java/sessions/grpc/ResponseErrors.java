package sessions.grpc;

import java.util.List;
import java.util.Map;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.Violation;

/** Turns errors in replies back into the exceptions that the contract suites expect. */
final class ResponseErrors {

    private ResponseErrors() {
    }

    static SessionsException exception(String code, String message, Map<String, String> details) {
        return switch (ErrorCode.valueOf(code)) {
            case INVALID_DATA -> new InvalidDataException(message, details.entrySet().stream()
                    .map(detail -> new Violation(detail.getKey(), detail.getValue())).toList());
            case SESSION_CLOSED -> new SessionClosedException();
            default -> throw new AssertionError(code + ": " + message + List.of(details));
        };
    }
}
