package sessions.wire.archive;

/** Corrections that are made when a stored session is read. */
public enum Normalisation {

    NO_USER_ID("without user_id: set to the empty text"),
    CONTENT_WHEN_CLOSED("closed but with content: content dropped"),
    NO_CLOSE_TIME("closed without close_time: set to request_time"),
    CLOSE_TIME_WHEN_ACTIVE("active but with close_time: close_time dropped"),
    REQUEST_BEFORE_OPENING("without request_time, or with one before open_time: set to open_time"),
    EXPIRED_BEFORE_REQUEST("with expires_at before request_time: recomputed"),
    VERSION_TOO_HIGH("with version above 9007199254740991: set to it");

    private final String text;

    Normalisation(String text) {
        this.text = text;
    }

    /** Returns the correction of several sessions; completes a sentence that starts with their number. */
    public String text() {
        return text;
    }
}
