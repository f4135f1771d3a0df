package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import sessions.domain.Caller;
import sessions.domain.Role;
import sessions.testkit.RecordingTelemetry;

/** Every message leaves its line in the log of requests, and telemetry is told of it. */
class ObservationTest {

    private static final String OPEN = "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"correlation_id\":\"c-1\"}";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Logger log = (Logger) LoggerFactory.getLogger("sessions.access");
    private final Lines lines = new Lines();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final SenecaFixture service = SenecaFixture
            .start((_, _, address) -> new Caller("shop", Role.ADMIN, address), telemetry);

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setAdditive(true);
        log.setLevel(null);
        service.close();
    }

    @Test
    void theLineOverTcpHasTheSameParts() throws InterruptedException {
        try (TcpClient client = new TcpClient(service.tcpPort())) {
            client.send(OPEN);
        }
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).matches("TCP /act 400 \\d+\\.\\d ms shop");
        assertThat(parts(line)).containsEntry("method", "TCP").containsEntry("route", "/act")
                .containsEntry("status", "400").containsEntry("caller", "shop").containsEntry("address", "127.0.0.1")
                .containsKey("duration_ms");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1");
        assertThat(telemetry.events()).contains("request: 400");
    }

    @Test
    void theLineOverHttpHasTheStatusOfTheErrorAndNotTheOneThatCarriesIt() throws InterruptedException {
        try (Dialect dialect = HttpDialects.headers(service.httpPort(),
                Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"))) {
            dialect.send(OPEN);
        }
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).matches("POST /act 400 \\d+\\.\\d ms shop");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1").containsEntry("trace_id", TRACE);
        assertThat(telemetry.events()).contains("request: 400");
    }

    private static Map<String, String> parts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final LinkedBlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        ILoggingEvent next() throws InterruptedException {
            ILoggingEvent event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event;
        }
    }
}
