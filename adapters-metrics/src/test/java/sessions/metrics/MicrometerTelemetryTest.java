package sessions.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.telemetry.PoolMetrics;
import sessions.domain.telemetry.Telemetry;
import sessions.testkit.SettableClock;

class MicrometerTelemetryTest {

    private final SettableClock clock = new SettableClock(NOON);
    private final MicrometerTelemetry telemetry = new MicrometerTelemetry(clock, "1.2.3");

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void countsCallsByCommandAndOutcomeWithTheirDistribution() {
        telemetry.callStarted("get_session_by_id").end("ok");
        telemetry.callStarted("get_session_by_id").end("ok");
        telemetry.callStarted("open_session").end("invalid_data");
        telemetry.storeCallStarted("find").end("ok");
        assertThat(telemetry.scrape().lines()).contains(
                "sessions_calls_seconds_count{command=\"get_session_by_id\",outcome=\"ok\"} 2",
                "sessions_calls_seconds_bucket{command=\"get_session_by_id\",outcome=\"ok\",le=\"10.0\"} 2",
                "sessions_calls_seconds_count{command=\"open_session\",outcome=\"invalid_data\"} 1",
                "sessions_store_calls_seconds_count{operation=\"find\",outcome=\"ok\"} 1");
    }

    @Test
    void countsActiveRequestsAndFinishedOnesByStatus() {
        Telemetry.Activity request = telemetry.requestStarted(null);
        assertThat(telemetry.scrape().lines()).contains("sessions_http_requests_active 1.0");
        request.end("503");
        assertThat(telemetry.scrape().lines()).contains("sessions_http_requests_active 0.0",
                "sessions_http_requests_seconds_count{status=\"503\"} 1");
    }

    @Test
    void activeSessionsAreUnknownBeforeTheFirstCountAndStartupIsTheLastSuccess() {
        assertThat(telemetry.scrape().lines()).contains("sessions_active NaN",
                "sessions_sweep_last_success_timestamp_seconds 1.772366400123E9");
    }

    @Test
    void recordsResultsOfSweepsAndTheLastSuccess() {
        clock.set(NOON.plusSeconds(900));
        telemetry.activeSessionsCounted(42);
        telemetry.sweepCompleted(new Telemetry.Sweep(7, 3, Duration.ofSeconds(2)));
        clock.set(NOON.plusSeconds(1800));
        telemetry.sweepFailed(Duration.ofSeconds(1));
        assertThat(telemetry.scrape().lines()).contains("sessions_active 42.0", "sessions_swept_closed_total 7.0",
                "sessions_swept_removed_total 3.0", "sessions_sweeps_seconds_count{outcome=\"ok\"} 1",
                "sessions_sweeps_seconds_sum{outcome=\"ok\"} 2.0",
                "sessions_sweeps_seconds_count{outcome=\"failed\"} 1",
                "sessions_sweep_last_success_timestamp_seconds 1.772367300123E9");
    }

    @Test
    void poolMetricsExistOnceAPoolHasOpened() {
        PoolMetrics pool = telemetry.pool();
        assertThat(telemetry.scrape()).doesNotContain("hikaricp");
        pool.opened(new PoolMetrics.Sizes(() -> 5, () -> 2, () -> 3, () -> 1, () -> 10, () -> 4)).timedOut();
        assertThat(telemetry.scrape().lines()).contains("hikaricp_connections_active{pool=\"sessions\"} 2.0",
                "hikaricp_connections_timeout_total{pool=\"sessions\"} 1.0");
    }

    @Test
    void showsTheVersionAndTheJvm() {
        assertThat(telemetry.scrape())
                .contains("sessions_build_info{java=\"" + Runtime.version() + "\",version=\"1.2.3\"} 1")
                .contains("jvm_memory_used_bytes{", "jvm_gc_", "jvm_threads_live_threads", "process_cpu_usage");
    }

    @Test
    void logsTheMainCountersInOneLine() {
        telemetry.callStarted("open_session").end("ok");
        telemetry.callStarted("get_session_by_id").end("ok");
        telemetry.callStarted("get_session_by_id").end("store_unavailable");
        telemetry.storeCallStarted("find").end("ok");
        assertThat(MetricsLog.line(telemetry.registry()))
                .matches("Since startup: 3 calls, [\\d.]+ ms on average \\(get_session_by_id 2, open_session 1;"
                        + " ok 2, store_unavailable 1\\), 1 store calls, [\\d.]+ ms on average");
        telemetry.activeSessionsCounted(42);
        telemetry.sweepCompleted(new Telemetry.Sweep(7, 3, Duration.ofSeconds(2)));
        assertThat(MetricsLog.line(telemetry.registry())).endsWith(", 42 active sessions at the last count");
    }
}
