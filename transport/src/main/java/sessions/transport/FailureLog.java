package sessions.transport;

import org.slf4j.Logger;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreUnavailableException;
import sessions.wire.json.SingleLine;

/**
 * Logs failed requests: internal errors with their stack trace, outages of the store in one line, rejections at debug
 * level.
 */
public final class FailureLog {

    private static final int MAX_CAUSE_LENGTH = 255;

    private FailureLog() {
    }

    /**
     * Logs why a request failed.
     *
     * @param message logged for a failure that is not one of the service's own exceptions
     */
    public static void log(Logger log, String message, Throwable failed) {
        switch (failed) {
            case StoreUnavailableException outage -> logOutage(log, outage);
            case SessionsException internal when internal.code() == ErrorCode.INTERNAL ->
                log.error("{}", internal.getMessage(), internal);
            // The message may quote the request, and therefore a session id or content. The caller receives it.
            case SessionsException rejection -> log.debug("Rejected: {}", rejection.code());
            default -> log.error("{}", message, failed);
        }
    }

    /** No stack trace, because it is the same for every request during an outage. */
    private static void logOutage(Logger log, StoreUnavailableException outage) {
        Throwable cause = outage.getCause();
        log.warn("{}{}", outage.getMessage(),
                cause == null ? "" : ": " + SingleLine.of(cause.toString(), MAX_CAUSE_LENGTH));
        log.debug("The store is not available", outage);
    }
}
