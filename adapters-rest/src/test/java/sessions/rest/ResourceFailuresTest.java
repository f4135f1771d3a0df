package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.testkit.FailingPorts;
import sessions.testkit.server.HttpCalls;

/** Faults behind the resource API: callers get problem details that reveal no internals. */
class ResourceFailuresTest {

    @Test
    void outageReturnsAProblem() {
        HttpCalls.Reply reply = callBefore(new StoreUnavailableException("The store could not read a session", null));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                + "\"detail\":\"The store could not read a session\",\"code\":\"STORE_UNAVAILABLE\","
                + "\"category\":\"NoResponse\",\"correlation_id\":\"corr\"}");
    }

    @Test
    void faultsRevealNoDetails() {
        for (Throwable fault : new Throwable[]{new IllegalStateException("secret"), new StackOverflowError("secret")}) {
            HttpCalls.Reply reply = callBefore(fault);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.body()).contains("\"code\":\"INTERNAL\"", "corr").doesNotContain("secret");
        }
    }

    @Test
    void headersThatAreTooLargeReturnAProblem() {
        assertThat(raw("/v2/sessions HTTP/1.1\r\nX: " + "x".repeat(20_000))).startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "\"code\":\"TOO_LARGE\"", "\"correlation_id\":\"");
    }

    /** The server could not read the path, so it does not know which API the request is for. */
    @Test
    void unreadablePathReturnsTheErrorOfTheContract() {
        assertThat(raw("/v2/sessions/%00 HTTP/1.1")).startsWith("HTTP/1.1 400").contains(
                "Content-Type: application/json", "\"code\":\"INVALID_DATA\"");
        assertThat(raw("/v2/sessions?user_id=" + "x".repeat(20_000) + " HTTP/1.1")).startsWith("HTTP/1.1 414")
                .contains("Content-Type: application/json", "\"code\":\"TOO_LARGE\"");
    }

    private static String raw(String request) {
        try (HttpApiFixture api = HttpApiFixture.start()) {
            return api.calls().raw("GET " + request + "\r\nHost: x\r\n\r\n");
        }
    }

    private static HttpCalls.Reply callBefore(Throwable fault) {
        DrivingPorts ports = new DrivingPorts(HttpApiFixture.service().sessions(),
                FailingPorts.port(SessionResources.class, () -> fault),
                FailingPorts.port(SessionAdmin.class, () -> fault),
                HttpApiFixture.service().monitoring());
        try (HttpApiFixture api = HttpApiFixture.start(ports, Duration.ofSeconds(1))) {
            return api.calls().send("GET", "/v2/sessions", Map.of("X-Correlation-Id", "corr"), new byte[0]);
        }
    }
}
