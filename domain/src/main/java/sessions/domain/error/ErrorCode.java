package sessions.domain.error;

/** Every error that the service returns. The names are part of the contract: clients compare them. */
public enum ErrorCode {

    /** Arguments are missing, have the wrong type or are out of range. */
    INVALID_DATA(ErrorCategory.BAD_REQUEST, 400),
    /** The text is not one JSON value. */
    INVALID_JSON(ErrorCategory.BAD_REQUEST, 400),
    /** The service does not know the caller. */
    UNAUTHORIZED(ErrorCategory.UNAUTHORIZED, 401),
    /** The caller does not have the required role, or the request comes from a host or page that is not allowed. */
    FORBIDDEN(ErrorCategory.UNAUTHORIZED, 403),
    /** The route or the resource does not exist. For commands, a missing session is not an error. */
    NOT_FOUND(ErrorCategory.NOT_FOUND, 404),
    /** The route does not support this method. */
    METHOD_NOT_ALLOWED(ErrorCategory.BAD_REQUEST, 405),
    /** The request, or the content that would result from it, exceeds the limit of the service. */
    TOO_LARGE(ErrorCategory.BAD_REQUEST, 413),
    /** The content type of the body is not JSON, or the body has a content encoding. */
    UNSUPPORTED_MEDIA_TYPE(ErrorCategory.BAD_REQUEST, 415),
    /** The session is closed or expired. This is final. */
    SESSION_CLOSED(ErrorCategory.CONFLICT, 409),
    /** The session has a different version than the caller expected. */
    STALE_VERSION(ErrorCategory.CONFLICT, 409),
    /** The idempotency key was already used for a different request. */
    KEY_REUSED(ErrorCategory.BAD_REQUEST, 422),
    /** The caller exceeds its request limit. */
    RATE_LIMITED(ErrorCategory.NO_RESPONSE, 429),
    /** The service is stopping and accepts no more requests, or cannot be reached. */
    SERVICE_UNAVAILABLE(ErrorCategory.NO_RESPONSE, 503),
    /** The store does not respond. */
    STORE_UNAVAILABLE(ErrorCategory.NO_RESPONSE, 503),
    /** The configured store does not support this operation. */
    NOT_SUPPORTED(ErrorCategory.UNSUPPORTED, 501),
    /** An internal error of the service. */
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

    /** Returns the status number in the contract's error body, which is the HTTP status. */
    public int status() {
        return status;
    }
}
