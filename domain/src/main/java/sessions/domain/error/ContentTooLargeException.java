package sessions.domain.error;

/** Content exceeds the limit of the service; nothing was changed. */
public final class ContentTooLargeException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the content that is too large, as the subject of a sentence; shown to the caller
     * @param maxBytes the limit, in bytes of UTF-8
     */
    public ContentTooLargeException(String what, int maxBytes) {
        this(what + " is larger than " + maxBytes + " bytes of UTF-8");
    }

    /** @param message the message from a remote service */
    public ContentTooLargeException(String message) {
        super(ErrorCode.TOO_LARGE, message, null);
    }
}
