package sessions.domain.error;

import java.util.Map;

/** A change expected another version than the session has. */
public final class StaleVersionException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param actual the version that the session has now */
    public StaleVersionException(long actual) {
        this("The session has changed: its version is now " + actual, Map.of("version", Long.toString(actual)));
    }

    /**
     * As a service elsewhere said it.
     *
     * @param message its words
     * @param details {@code version} with the version that the session has now, if it said that
     */
    public StaleVersionException(String message, Map<String, String> details) {
        super(ErrorCode.STALE_VERSION, message, details, null);
    }
}
