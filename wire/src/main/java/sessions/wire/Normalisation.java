package sessions.wire;

/** What was amiss in a stored session and was put right when it was read. */
public enum Normalisation {

    NO_USER_ID("had no user_id, which is empty now"),
    CONTENT_WHEN_CLOSED("were closed but had content, which was dropped"),
    NO_CLOSE_TIME("were closed without close_time, which is their request_time now"),
    CLOSE_TIME_WHEN_ACTIVE("were active but had a close_time, which was dropped"),
    REQUEST_BEFORE_OPENING("had no request_time, or one before open_time, which it is now");

    private final String text;

    Normalisation(String text) {
        this.text = text;
    }

    /** Says it of several sessions; reads on from how many. */
    public String text() {
        return text;
    }
}
