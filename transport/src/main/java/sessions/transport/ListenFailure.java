package sessions.transport;

import java.io.IOException;

/** The reason why a server cannot listen: for example, the address is in use or belongs to another machine. */
public final class ListenFailure {

    private ListenFailure() {
    }

    /**
     * Returns an exception whose message contains the address and the reason.
     *
     * @param address host and port, with the API that needs them
     * @param failed the failure; its innermost cause contains the reason
     */
    public static IOException of(String address, Throwable failed) {
        return new IOException("Cannot listen on " + address + ": " + reason(failed), failed);
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
