package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.log.LoggedLines;

/** Every message is written to the access log and reported to telemetry. */
class SenecaTelemetryTest {

    private static final String OPEN = "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"correlation_id\":\"c-1\"}";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final LoggedLines lines = LoggedLines.ofRequests();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final SenecaFixture service = SenecaFixture
            .start((_, _, address) -> new Caller("shop", Role.ADMIN, address), telemetry);

    @AfterEach
    void stop() {
        lines.close();
        service.close();
    }

    @Test
    void tcpMessageIsLoggedLikeARequest() throws InterruptedException {
        try (TcpClient client = new TcpClient(service.tcpPort())) {
            client.send(OPEN);
        }
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).matches("TCP /act 400 \\d+\\.\\d ms shop");
        assertThat(LoggedLines.parts(line)).containsEntry("method", "TCP").containsEntry("route", "/act")
                .containsEntry("status", "400").containsEntry("caller", "shop").containsEntry("address", "127.0.0.1")
                .containsKey("duration_ms");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1");
        assertThat(telemetry.events()).contains("request: 400");
    }

    @Test
    void httpMessageIsLoggedWithTheStatusOfItsError() throws InterruptedException {
        try (Dialect dialect = HttpDialects.headers(service.httpPort(),
                Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"))) {
            dialect.send(OPEN);
        }
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).matches("POST /act 400 \\d+\\.\\d ms shop");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1").containsEntry("trace_id", TRACE);
        assertThat(telemetry.events()).contains("request: 400");
    }
}
