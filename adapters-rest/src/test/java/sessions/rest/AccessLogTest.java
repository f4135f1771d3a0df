package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.testkit.log.LoggedLines;

/** The access log. A line may be written after the caller has the response, so tests wait for it. */
class AccessLogTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final LoggedLines lines = LoggedLines.ofRequests();
    private final HttpApiFixture api = HttpApiFixture.start(HttpApiFixture.service(),
            (_, _, address) -> new Caller("gateway", Role.ADMIN, address), Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        lines.close();
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /v2/sessions/" + ID + ", /v2/sessions/{id}, 404, gateway",
            "DELETE, /v2/users/alice/sessions, /v2/users/{user_id}/sessions, 200, gateway",
            "POST, /v1/sessions/get_sessions, /v1/sessions/get_sessions, 200, gateway",
            "GET, /heartbeat, /heartbeat, 200, -", "GET, /no/such/" + ID + ", -, 404, -"})
    void namesTheRouteInsteadOfThePath(String method, String path, String route, String status, String caller)
            throws InterruptedException {
        api.calls().send(method, path, Map.of("X-Correlation-Id", "c-1"), new byte[0]);
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).startsWith(method + " " + route + " " + status + " ")
                .matches(".* \\d+\\.\\d ms " + caller).doesNotContain(ID, "alice");
        assertThat(LoggedLines.parts(line)).containsEntry("method", method).containsEntry("route", route)
                .containsEntry("status", status).containsEntry("caller", caller).containsEntry("address", "127.0.0.1")
                .containsKey("duration_ms");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "c-1");
    }

    @Test
    void invalidHttpRequestIsLogged() throws InterruptedException {
        String response = api.calls().raw("GET /" + ID + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        ILoggingEvent line = lines.next();
        assertThat(line.getFormattedMessage()).contains(" 400 ").doesNotContain(ID);
        assertThat(response).contains("X-Correlation-Id: " + line.getMDCPropertyMap().get("correlation_id"));
    }
}
