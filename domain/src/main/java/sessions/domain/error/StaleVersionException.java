package sessions.domain.error;

import java.util.Map;

/** A change expected a different version than the session has. */
public final class StaleVersionException extends SessionsException {

    private static final long serialVersionUID = 1L;

    /** @param actual the current version of the session */
    public StaleVersionException(long actual) {
        this("The session has changed: its version is now " + actual, Map.of("version", Long.toString(actual)));
    }

    /**
     * An error that a remote service returned.
     *
     * @param message its message
     * @param details the current version of the session under {@code version}, if the service returned it
     */
    public StaleVersionException(String message, Map<String, String> details) {
        super(ErrorCode.STALE_VERSION, message, details, null);
    }
}
