package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disabled endpoints do not exist. */
class DisabledEndpointsTest {

    @Test
    void withoutMetricsThereIsNoMetricsRoute() {
        try (ServiceFixture service = ServiceFixture.with("--store", "jdbc:h2:mem:left-out", "--metrics=false")) {
            assertThat(service.calls().get("/metrics").status()).isEqualTo(404);
            assertThat(service.calls().command("open_session", "{\"user_id\":\"42\"}").status()).isEqualTo(200);
            assertThat(service.calls().get("/docs").status()).isEqualTo(200);
        }
    }

    @Test
    void metricsLogRequiresMetrics() {
        CommandRun run = CommandRun.ofServe(Map.of(), "--metrics=false", "--metrics-log-interval", "1m");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("sessions: --metrics-log-interval requires --metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/start.js", "/swagger", "/openapi.yaml", "/openapi.json"})
    void withoutDocsThereAreNoDocsRoutes(String path) {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--docs=false")) {
            assertThat(service.calls().get(path).status()).isEqualTo(404);
            assertThat(service.calls().get("/metrics").status()).isEqualTo(200);
        }
    }
}
