package sessions.seneca.message;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ErrorCode;
import sessions.transport.FailureLog;
import sessions.wire.session.ErrorJson;

/** Turns an exception thrown for a message into the error of its reply, and logs failures. */
public final class SenecaFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SenecaFailures.class);

    private static final int TIMED_OUT = 408;

    private SenecaFailures() {
    }

    public static ErrorJson error(Throwable thrown, String correlationId) {
        return switch (thrown) {
            case UnknownActionException unknown -> unknown.error(correlationId);
            case UnsupportedMediaTypeException rejected -> rejected.error(correlationId);
            case IOException _ -> notArrived(correlationId);
            default -> {
                FailureLog.log(LOG, "A message failed", thrown);
                yield ErrorJson.of(thrown, correlationId);
            }
        };
    }

    private static ErrorJson notArrived(String correlationId) {
        return ErrorJson.of(ErrorCode.INVALID_DATA, "The message did not arrive in time", Map.of(), correlationId)
                .withStatus(TIMED_OUT);
    }
}
