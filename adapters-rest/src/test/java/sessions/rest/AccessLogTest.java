package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import sessions.domain.Caller;
import sessions.domain.Role;

/** Lines are written when a request is over, which its caller may know before. */
class AccessLogTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final Logger log = (Logger) LoggerFactory.getLogger("sessions.access");
    private final Lines lines = new Lines();
    private final HttpApiFixture api = HttpApiFixture.start(HttpApiFixture.service(),
            (_, _, address) -> new Caller("gateway", Role.ADMIN, address), Duration.ofSeconds(5));

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
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /v2/sessions/" + ID + ", /v2/sessions/{id}, 404, gateway",
            "DELETE, /v2/users/alice/sessions, /v2/users/{user_id}/sessions, 200, gateway",
            "POST, /v1/sessions/get_sessions, /v1/sessions/get_sessions, 200, gateway",
            "GET, /heartbeat, /heartbeat, 200, -", "GET, /no/such/" + ID + ", -, 404, -"})
    void namesTheRouteAndNotThePath(String method, String path, String route, String status, String caller)
            throws InterruptedException {
        api.calls().send(method, path, Map.of("X-Correlation-Id", "c-1"), new byte[0]);
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).startsWith(method + " " + route + " " + status + " ")
                .matches(".* \\d+\\.\\d ms " + caller).doesNotContain(ID, "alice");
        assertThat(parts(line)).containsEntry("method", method).containsEntry("route", route)
                .containsEntry("status", status).containsEntry("caller", caller).containsEntry("address", "127.0.0.1")
                .containsKey("duration_ms");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1");
    }

    @Test
    void aRequestThatIsNoHttpHasALineToo() throws InterruptedException {
        String answer = api.calls().raw("GET /" + ID + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).contains(" 400 ").doesNotContain(ID);
        assertThat(answer).contains("X-Correlation-Id: " + line.getMDCPropertyMap().get("correlation_id"));
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
