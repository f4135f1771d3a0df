package sessions.domain.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Forwards to two delegates; ends activities in reverse order. */
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
    public Activity requestStarted(@Nullable TraceContext caller) {
        return new ActivityOfTwo(first.requestStarted(caller), second.requestStarted(caller));
    }

    @Override
    public Activity callStarted(String command) {
        return new ActivityOfTwo(first.callStarted(command), second.callStarted(command));
    }

    @Override
    public Activity storeCallStarted(String operation) {
        return new ActivityOfTwo(first.storeCallStarted(operation), second.storeCallStarted(operation));
    }

    @Override
    public void sweepCompleted(Sweep sweep) {
        first.sweepCompleted(sweep);
        second.sweepCompleted(sweep);
    }

    @Override
    public void sweepFailed(Duration time) {
        first.sweepFailed(time);
        second.sweepFailed(time);
    }

    @Override
    public void activeSessionsCounted(long active) {
        first.activeSessionsCounted(active);
        second.activeSessionsCounted(active);
    }
}
