package sessions.application.observe;

import sessions.application.intercept.Interceptor;
import sessions.domain.telemetry.Telemetry;

/** Reports calls of a store to telemetry: the operation and its outcome. */
record StoreCalls(Telemetry telemetry) {

    <T, E extends Exception> T observed(String operation, Interceptor.Step<T, E> step) throws E {
        return TelemetryOutcome.ending(telemetry.storeCallStarted(operation), step);
    }

    <E extends Exception> void observedAction(String operation, Interceptor.Action<E> action) throws E {
        boolean _ = this.<Boolean, E>observed(operation, () -> {
            action.run();
            return true;
        });
    }
}
