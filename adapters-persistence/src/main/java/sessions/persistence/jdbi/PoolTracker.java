package sessions.persistence.jdbi;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.time.Duration;
import sessions.domain.telemetry.PoolMetrics;

/** Passes the metrics of HikariCP's pool on. */
record PoolTracker(PoolMetrics.Recorder recorder) implements IMetricsTracker {

    static MetricsTrackerFactory factory(PoolMetrics metrics) {
        return (_, sizes) -> new PoolTracker(metrics.opened(new PoolMetrics.Sizes(sizes::getTotalConnections,
                sizes::getActiveConnections, sizes::getIdleConnections, sizes::getPendingThreads,
                sizes::getMaxConnections, sizes::getMinConnections)));
    }

    @Override
    public void recordConnectionCreatedMillis(long millis) {
        recorder.connected(Duration.ofMillis(millis));
    }

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
        recorder.acquired(Duration.ofNanos(nanos));
    }

    @Override
    public void recordConnectionUsageMillis(long millis) {
        recorder.returned(Duration.ofMillis(millis));
    }

    @Override
    public void recordConnectionTimeout() {
        recorder.timedOut();
    }
}
