package sessions.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;

/** Records activities and sweeps, each as a line when it ends. */
public final class RecordingTelemetry implements Telemetry {

    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Returns the recorded lines, in order. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public Activity requestStarted(@Nullable TraceContext caller) {
        return outcome -> events.add("request: " + outcome);
    }

    @Override
    public Activity callStarted(String command) {
        return outcome -> events.add(command + ": " + outcome);
    }

    @Override
    public Activity storeCallStarted(String operation) {
        return outcome -> events.add("store " + operation + ": " + outcome);
    }

    @Override
    public void sweepCompleted(Sweep sweep) {
        events.add("sweep: " + sweep.closed() + " closed, " + sweep.removed() + " removed");
    }

    @Override
    public void sweepFailed(Duration time) {
        events.add("sweep: failed");
    }

    @Override
    public void activeSessionsCounted(long active) {
        events.add("active: " + active);
    }
}
