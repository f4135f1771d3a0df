package sessions.application.observe;

import sessions.application.intercept.Call;
import sessions.application.intercept.Interceptor;
import sessions.domain.telemetry.Telemetry;

/** Tells telemetry of each call: which command, and what became of it. That there is no such session is no failure. */
public final class ObservedCalls implements Interceptor {

    private final Telemetry telemetry;

    public ObservedCalls(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public <T, E extends Exception> T around(Call call, Step<T, E> next) throws E {
        return Outcome.ending(telemetry.callBegins(call.operation().label()), next);
    }
}
