package sessions.domain.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what the service does while it does it, for measurements and traces. A driven port. Nothing here fails, blocks or
 * costs much; texts are of small closed sets, and never ids, keys or content.
 */
public interface Telemetry {

    /** Where nobody wants to know. */
    Telemetry NONE = new Telemetry() {
    };

    /** Something that takes time. It ends once, on the thread on which it began. */
    interface Activity {

        /** One that nobody wants to know of. */
        Activity NONE = _ -> {
        };

        /** The service's own place in the trace that it belongs to, or null where it is not traced. */
        default @Nullable TraceContext trace() {
            return null;
        }

        /**
         * It is over.
         *
         * @param outcome what became of it, such as {@code ok} or an error's code in lower case
         */
        void end(String outcome);
    }

    /**
     * A request has arrived over a network. Its outcome is the status that it is answered with. What begins on the same
     * thread before it ends is part of it.
     *
     * @param caller the caller's place in a trace, or null where it sends none
     */
    default Activity requestStarted(@Nullable TraceContext caller) {
        return Activity.NONE;
    }

    /**
     * A call of a driving port begins.
     *
     * @param command the contract's name of it
     */
    default Activity callStarted(String command) {
        return Activity.NONE;
    }

    /**
     * A call of the store begins.
     *
     * @param operation which one, such as {@code find}
     */
    default Activity storeCallStarted(String operation) {
        return Activity.NONE;
    }

    /** Tells another as well. */
    default Telemetry and(Telemetry other) {
        return new CompositeTelemetry(this, other);
    }

    /** A sweep of expired sessions has ended as it should. */
    default void sweepCompleted(Sweep sweep) {
    }

    /** A sweep has failed. What it did until then is done. */
    default void sweepFailed(Duration time) {
    }

    /**
     * What a sweep did.
     *
     * @param closed how many expired sessions it closed
     * @param removed how many sessions it removed because they ended long ago
     * @param active how many sessions are active after it, in the whole store
     * @param time how long it took, its rests included
     */
    record Sweep(long closed, long removed, long active, Duration time) {
    }
}
