package sessions.domain.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells two. What begins first ends last. */
record CompositeTelemetry(Telemetry first, Telemetry second) implements Telemetry {

    private record ActivityOfTwo(Activity first, Activity second) implements Activity {

        @Override
        public @Nullable TraceContext trace() {
            TraceContext trace = first.trace();
            return trace == null ? second.trace() : trace;
        }

        @Override
        public void end(String outcome) {
            second.end(outcome);
            first.end(outcome);
        }
    }

    @Override
    public Activity requestBegins(@Nullable TraceContext caller) {
        return new ActivityOfTwo(first.requestBegins(caller), second.requestBegins(caller));
    }

    @Override
    public Activity callBegins(String command) {
        return new ActivityOfTwo(first.callBegins(command), second.callBegins(command));
    }

    @Override
    public Activity storeCallBegins(String operation) {
        return new ActivityOfTwo(first.storeCallBegins(operation), second.storeCallBegins(operation));
    }

    @Override
    public void swept(Sweep sweep) {
        first.swept(sweep);
        second.swept(sweep);
    }

    @Override
    public void sweepFailed(Duration time) {
        first.sweepFailed(time);
        second.sweepFailed(time);
    }
}
