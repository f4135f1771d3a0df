package sessions.domain.telemetry;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Receives measurements of a store's connection pool. A driven port. No method fails or blocks. */
@FunctionalInterface
public interface PoolMetrics {

    /** Ignores everything. */
    PoolMetrics NONE = sizes -> new Recorder() {
    };

    /**
     * The numbers of connections in a pool at any time.
     *
     * @param total open connections
     * @param active those in use
     * @param idle those not in use
     * @param pending calls that wait for a connection
     * @param max the maximum number of connections in the pool
     * @param min the minimum number of idle connections that it keeps
     */
    record Sizes(IntSupplier total, IntSupplier active, IntSupplier idle, IntSupplier pending, IntSupplier max,
            IntSupplier min) {
    }

    /** Called when a pool opens; returns the receiver of its events. Stores without a pool never call it. */
    Recorder opened(Sizes sizes);

    /** Receives the events of one pool. */
    interface Recorder {

        /** Called when a connection to the database was established. */
        default void connected(Duration took) {
        }

        /** Called when a caller got a connection. */
        default void acquired(Duration waited) {
        }

        /** Called when a caller returned its connection. */
        default void returned(Duration used) {
        }

        /** Called when a caller timed out waiting for a connection. */
        default void timedOut() {
        }
    }
}
