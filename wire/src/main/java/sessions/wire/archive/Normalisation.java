package sessions.wire.archive;

/** What was amiss in a stored session and was put right when it was read. */
public enum Normalisation {

    NO_USER_ID("without user_id, which is empty now"),
    CONTENT_WHEN_CLOSED("closed with content, which was dropped"),
    NO_CLOSE_TIME("closed without close_time, which is the request_time now"),
    CLOSE_TIME_WHEN_ACTIVE("active with a close_time, which was dropped"),
    REQUEST_BEFORE_OPENING("without request_time, or with one before open_time, which it is now"),
    EXPIRED_BEFORE_REQUEST("with an expires_at before request_time, which was computed anew");

    private final String text;

    Normalisation(String text) {
        this.text = text;
    }

    /** Says it of several sessions; reads on from how many. */
    public String text() {
        return text;
    }
}
