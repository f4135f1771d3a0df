package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.application.access.IssuedApiKey;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.server.HttpCalls.Reply;
import sessions.transport.RequestSources;

/** Without keys, pages in a browser on this machine cannot call the service, on any HTTP port. */
class RequestSourcesOfServiceTest {

    private static final String LIST = "GET /v2/sessions HTTP/1.1\r\nConnection: close\r\nHost: ";

    @Test
    void foreignHostsAreRejectedOnEveryPort() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--seneca-port", "0");
                HttpCalls seneca = new HttpCalls(URI.create(service.seneca().getFirst()).getPort())) {
            assertThat(service.calls().raw(LIST + "evil.example\r\n\r\n")).startsWith("HTTP/1.1 403 ")
                    .contains("\"code\":\"FORBIDDEN\"", RequestSources.HOST_REJECTED);
            assertThat(service.calls().raw(LIST + "127.0.0.1:" + service.port() + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(service.calls().raw("GET /heartbeat HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            assertThat(seneca.raw("POST /act HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ").contains(RequestSources.HOST_REJECTED);
        }
    }

    @Test
    void foreignPagesAreRejected() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--cors-origins",
                "https://app.example")) {
            Reply foreign = get(service, "https://evil.example");
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.body()).contains(RequestSources.ORIGIN_REJECTED);
            for (String origin : List.of("https://app.example", "http://127.0.0.1:" + service.port())) {
                assertThat(get(service, origin).status()).as(origin).isEqualTo(200);
            }
        }
    }

    private static Reply get(ServiceFixture service, String origin) {
        return service.calls().send("GET", "/v2/sessions", Map.of("Origin", origin), new byte[0]);
    }

    @Test
    void namesCanBeAllowed() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--allowed-hosts",
                "a.example,b.example")) {
            assertThat(service.calls().raw(LIST + "B.example:8080\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void callersWithKeysMayUseAnyName() {
        IssuedApiKey key = IssuedApiKey.create("gateway", Role.ADMIN, null);
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", key.key().line())) {
            assertThat(service.calls().raw(LIST + "any.example\r\nX-API-Key: " + key.secret() + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }
}
