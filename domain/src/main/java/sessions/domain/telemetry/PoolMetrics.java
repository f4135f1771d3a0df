package sessions.domain.telemetry;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Receives measurements of a store's connection pool. A driven port. No method fails or blocks. */
public interface PoolMetrics {

    /** Ignores everything. */
    PoolMetrics NONE = _ -> {
    };

    /**
     * The numbers of connections in a pool at any time.
     *
     * @param total open connections
     * @param active those in use
     * @param idle those not in use
     * @param pending calls that wait for a connection
     * @param max the most connections that the pool opens
     * @param min the least idle connections that it keeps
     */
    record Sizes(IntSupplier total, IntSupplier active, IntSupplier idle, IntSupplier pending, IntSupplier max,
            IntSupplier min) {
    }

    /** A pool has opened. */
    void opened(Sizes sizes);

    /** A connection to the database was established. */
    default void connected(Duration took) {
    }

    /** A call got a connection. */
    default void acquired(Duration waited) {
    }

    /** A call returned its connection. */
    default void returned(Duration used) {
    }

    /** A call waited for a connection in vain. */
    default void timedOut() {
    }
}
