package sessions.seneca;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreUnavailableException;
import sessions.wire.json.SingleLine;
import sessions.wire.session.ErrorJson;

/** Turns whatever was thrown into an error. Faults are logged whole, outages in a line; the caller gets the correlation id. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final int LONGEST_CAUSE = 255;
    private static final int TIMED_OUT = 408;

    private Failures() {
    }

    static ErrorJson error(Throwable thrown, String correlationId) {
        return switch (thrown) {
            case ActionUnknown unknown -> unknown.error(correlationId);
            case MediaTypeRefused refused -> refused.error(correlationId);
            case IOException _ -> notArrived(correlationId);
            case SessionsException refused -> {
                log(refused);
                yield ErrorJson.of(refused, correlationId);
            }
            default -> {
                LOG.error("A message failed", thrown);
                yield ErrorJson.of(thrown, correlationId);
            }
        };
    }

    private static ErrorJson notArrived(String correlationId) {
        return ErrorJson.of(ErrorCode.INVALID_DATA, "The message did not arrive in time", Map.of(), correlationId)
                .withStatus(TIMED_OUT);
    }

    private static void log(SessionsException refused) {
        switch (refused) {
            // Without the stack, which is the same for each of the many messages that an outage refuses.
            case StoreUnavailableException outage -> LOG.warn("{}{}", outage.getMessage(), cause(outage));
            case SessionsException fault when fault.code() == ErrorCode.INTERNAL ->
                LOG.error("{}", fault.getMessage(), fault);
            // Not the message: it may quote the caller, and thus a session id or content. The caller has it.
            case SessionsException other -> LOG.debug("Refused: {}", other.code());
        }
    }

    private static String cause(StoreUnavailableException outage) {
        Throwable cause = outage.getCause();
        return cause == null ? "" : ": " + SingleLine.of(cause.toString(), LONGEST_CAUSE);
    }
}
