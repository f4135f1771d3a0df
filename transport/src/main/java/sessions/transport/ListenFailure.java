package sessions.transport;

import java.io.IOException;

/** Why an API cannot listen: its address is in use, not permitted, not one of this machine. */
public final class ListenFailure {

    private ListenFailure() {
    }

    /**
     * Says which address and why.
     *
     * @param where host and port, and what for
     * @param failed whose innermost cause is the reason
     */
    public static IOException of(String where, Throwable failed) {
        return new IOException("Cannot listen on " + where + ": " + reason(failed), failed);
    }

    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
