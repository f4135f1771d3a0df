package sessions.domain.error;

/** Every error that the service answers with. The names are part of the contract: clients compare them. */
public enum ErrorCode {

    /** Arguments are missing, of a wrong type or out of their limits. */
    INVALID_DATA(ErrorCategory.BAD_REQUEST, 400),
    /** The text is not one JSON value. */
    INVALID_JSON(ErrorCategory.BAD_REQUEST, 400),
    /** The service does not know the caller. */
    UNAUTHORIZED(ErrorCategory.UNAUTHORIZED, 401),
    /** The caller may not do this. */
    FORBIDDEN(ErrorCategory.UNAUTHORIZED, 403),
    /** There is no such route, or no such resource. To a command a missing session is no error. */
    NOT_FOUND(ErrorCategory.NOT_FOUND, 404),
    /** The route has no such method. */
    METHOD_NOT_ALLOWED(ErrorCategory.BAD_REQUEST, 405),
    /** The request, or the content that it would make, is larger than the service takes. */
    TOO_LARGE(ErrorCategory.BAD_REQUEST, 413),
    /** The body is not JSON by its content type, or is encoded. */
    UNSUPPORTED_MEDIA_TYPE(ErrorCategory.BAD_REQUEST, 415),
    /** The session is closed or expired, which is final. */
    SESSION_CLOSED(ErrorCategory.CONFLICT, 409),
    /** The session has another version than the caller expected. */
    STALE_VERSION(ErrorCategory.CONFLICT, 409),
    /** An idempotency key came with another request before. */
    KEY_REUSED(ErrorCategory.BAD_REQUEST, 422),
    /** The caller sends more requests than it may. */
    RATE_LIMITED(ErrorCategory.NO_RESPONSE, 429),
    /** The service is stopping and takes no further requests, or cannot be reached. */
    SERVICE_UNAVAILABLE(ErrorCategory.NO_RESPONSE, 503),
    /** The store does not answer. */
    STORE_UNAVAILABLE(ErrorCategory.NO_RESPONSE, 503),
    /** The service does not do this with the store that it has. */
    NOT_SUPPORTED(ErrorCategory.UNSUPPORTED, 501),
    /** A fault of the service. */
    INTERNAL(ErrorCategory.INTERNAL, 500);

    private final ErrorCategory category;
    private final int status;

    ErrorCode(ErrorCategory category, int status) {
        this.category = category;
        this.status = status;
    }

    public ErrorCategory category() {
        return category;
    }

    /** The status number in the contract's error body, which is that of HTTP. */
    public int status() {
        return status;
    }
}
