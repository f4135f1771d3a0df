package sessions.persistence.jdbi;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import java.time.Duration;
import sessions.domain.telemetry.PoolMetrics;

/** Passes on the metrics of HikariCP's pool. */
record PoolTracker(PoolMetrics metrics) implements MetricsTrackerFactory, IMetricsTracker {

    @Override
    public IMetricsTracker create(String pool, PoolStats sizes) {
        metrics.opened(new PoolMetrics.Sizes(sizes::getTotalConnections, sizes::getActiveConnections,
                sizes::getIdleConnections, sizes::getPendingThreads, sizes::getMaxConnections,
                sizes::getMinConnections));
        return this;
    }

    @Override
    public void recordConnectionCreatedMillis(long millis) {
        metrics.connected(Duration.ofMillis(millis));
    }

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
        metrics.acquired(Duration.ofNanos(nanos));
    }

    @Override
    public void recordConnectionUsageMillis(long millis) {
        metrics.returned(Duration.ofMillis(millis));
    }

    @Override
    public void recordConnectionTimeout() {
        metrics.timedOut();
    }
}
