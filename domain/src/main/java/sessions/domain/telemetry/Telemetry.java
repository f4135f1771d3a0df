package sessions.domain.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Receives the activities of the service, for metrics and traces. A driven port. Methods must not fail, block or be
 * slow. Texts are from small fixed sets and never contain ids, keys or content.
 */
public interface Telemetry {

    /** Ignores everything. */
    Telemetry NONE = new Telemetry() {
    };

    /** An activity that takes time. It must be ended once, on the thread on which it started. */
    interface Activity {

        /** An activity that is not recorded. */
        Activity NONE = outcome -> {
        };

        /** Returns the service's own trace context, or null if the activity is not traced. */
        default @Nullable TraceContext trace() {
            return null;
        }

        /**
         * Ends the activity.
         *
         * @param outcome the outcome, such as {@code ok} or an error code in lower case
         */
        void end(String outcome);
    }

    /**
     * Called when a request has arrived over a network. Its outcome is the status of the response. Activities that
     * start on the same thread before it ends are part of it.
     *
     * @param caller the caller's trace context, or null if it sent none
     */
    default Activity requestStarted(@Nullable TraceContext caller) {
        return Activity.NONE;
    }

    /**
     * Called when a call of a driving port begins.
     *
     * @param command its name in the contract
     */
    default Activity callStarted(String command) {
        return Activity.NONE;
    }

    /**
     * Called when a call of the store begins.
     *
     * @param operation its name, such as {@code find}
     */
    default Activity storeCallStarted(String operation) {
        return Activity.NONE;
    }

    /** Returns a telemetry that forwards to both. */
    default Telemetry and(Telemetry other) {
        return new CompositeTelemetry(this, other);
    }

    /** Called when a sweep has succeeded. */
    default void sweepCompleted(Sweep sweep) {
    }

    /** Called when a sweep has failed. Its completed batches remain in effect. */
    default void sweepFailed(Duration time) {
    }

    /**
     * Called when the active sessions have been counted: when the service has started, and after each successful sweep.
     *
     * @param active how many sessions are active in the whole store
     */
    default void activeSessionsCounted(long active) {
    }

    /**
     * The result of a sweep.
     *
     * @param closed how many expired sessions it closed
     * @param removed how many ended sessions it removed after their retention time
     * @param time its duration, including pauses
     */
    record Sweep(long closed, long removed, Duration time) {
    }
}
