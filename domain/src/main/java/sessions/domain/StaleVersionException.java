package sessions.domain;

import java.util.Map;

/** A change expected another version than the session has. */
public final class StaleVersionException extends SessionsException {

    private static final long serialVersionUID = 1L;

    private final long actual;

    /** @param actual the version that the session has now */
    public StaleVersionException(long actual) {
        super(ErrorCode.STALE_VERSION, "The session has changed: its version is now " + actual, null);
        this.actual = actual;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("version", Long.toString(actual));
    }
}
