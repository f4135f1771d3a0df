package sessions.application.observe;

import java.util.Locale;
import sessions.application.intercept.Interceptor;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.SessionsException;
import sessions.domain.telemetry.Telemetry;

/** Outcomes in telemetry: {@code ok}, or the error code in lower case. */
final class TelemetryOutcome {

    private static final String OK = "ok";

    private TelemetryOutcome() {
    }

    /** Runs a step, then ends the activity with its outcome. */
    static <T, E extends Exception> T ending(Telemetry.Activity activity, Interceptor.Step<T, E> step) throws E {
        String outcome = OK;
        try {
            return step.run();
        } catch (Throwable failed) {
            outcome = of(failed);
            throw failed;
        } finally {
            activity.end(outcome);
        }
    }

    private static String of(Throwable failed) {
        ErrorCode code = failed instanceof SessionsException known ? known.code() : ErrorCode.INTERNAL;
        return code.name().toLowerCase(Locale.ROOT);
    }
}
