package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.ObservabilitySettings;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.client.ClientSettings;
import sessions.client.SessionsHttpClientV1;
import sessions.domain.telemetry.TraceContext;
import sessions.testkit.Fixtures;
import sessions.testkit.server.OtlpReceiver;
import sessions.testkit.server.OtlpReceiver.Received;

/** A trace from a program with the Java client, through the assembled service, to a collector. */
class TracingTest {

    private static final TraceContext CALLER = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7",
            "01", "vendor=a");

    @Test
    void clientCallIsOneTraceToTheStoreWithoutSessionData() throws Exception {
        String id;
        try (OtlpReceiver collector = new OtlpReceiver()) {
            ServiceSettings settings = ServiceFixture.settings("--store", "memory:", "--otlp-endpoint",
                    collector.endpoint().toString());
            try (RunningService service = RunningService.start(settings, InstantSource.system());
                    SessionsHttpClientV1 client = new SessionsHttpClientV1(
                            ClientSettings.of("http://127.0.0.1:" + service.port()))) {
                id = TraceContext.CURRENT.call(CALLER,
                        () -> client.openSession("", Fixtures.opening("a-user"))).id().value();
                client.monitoring().heartbeat("");
            }
            assertThat(collector.spans()).extracting(Received::traceId).containsOnly(CALLER.traceId());
            Received request = named(collector, "open_session");
            assertThat(request.parentId()).isEqualTo(CALLER.spanId());
            assertThat(named(collector, "store insert_once").parentId()).isEqualTo(request.spanId());
            assertThat(collector.spans()).hasSize(2);
            assertThat(collector.spans().toString()).doesNotContain(id, "a-user", "Name");
        }
    }

    @Test
    void standardVariablesNameACollector() {
        ObservabilitySettings settings = new ObservabilitySettings(true, null, null);
        assertThat(settings.isTraced(Map.of())).isFalse();
        assertThat(settings.isTraced(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))).isFalse();
        assertThat(settings.isTraced(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://x"))).isTrue();
        assertThat(settings.isTraced(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://x"))).isTrue();
    }

    private static Received named(OtlpReceiver collector, String name) {
        return collector.spans().stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }
}
