package sessions.application.observe;

import sessions.application.intercept.Interceptor;
import sessions.application.intercept.PortCall;
import sessions.domain.telemetry.Telemetry;

/** Reports each call to telemetry: its command and outcome. A missing session is not a failure. */
public final class TelemetryInterceptor implements Interceptor {

    private final Telemetry telemetry;

    public TelemetryInterceptor(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
        return TelemetryOutcome.ending(telemetry.callStarted(call.operation().label()), next);
    }
}
