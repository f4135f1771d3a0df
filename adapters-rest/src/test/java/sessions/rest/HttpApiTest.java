package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Authenticator;
import sessions.testkit.server.HttpCalls;
import sessions.transport.ServerSettings;

class HttpApiTest {

    private final HttpApiFixture api = HttpApiFixture.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void versionIsInTheETagAndNotInTheBody() {
        HttpCalls.Reply opened = api.calls().command("open_session", "{\"user_id\":\"u\"}");
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        assertThat(opened.body()).doesNotContain("version").doesNotContain("expires");
        String id = opened.body().substring(7, 39);
        HttpCalls.Reply stored = api.calls().command("store_session_data",
                "{\"session_id\":\"" + id + "\",\"data\":1}");
        assertThat(stored.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.calls().command("get_sessions", "{}").header("ETag")).isNull();
    }

    /** Otherwise a caller could make another user sign in to a session whose id the caller knows (session fixation). */
    @Test
    void callerCannotChooseASessionId() {
        String chosen = "0123456789abcdef0123456789abcdef";
        String opening = "{\"user_id\":\"u\",\"id\":\"" + chosen + "\",\"session_id\":\"" + chosen + "\"}";
        assertThat(api.calls().command("open_session", opening).body()).startsWith("{\"id\":\"").doesNotContain(chosen);
        HttpCalls.Reply rejected = api.calls().send("POST", "/v2/sessions", Map.of("Content-Type", "application/json"),
                opening.getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(api.calls().get("/v2/sessions/" + chosen).status()).isEqualTo(404);
    }

    @Test
    void heartbeatReturnsTheTimeAsJsonString() {
        assertThat(api.calls().get("/heartbeat").body()).isEqualTo("\"2026-03-01T12:00:00.123Z\"");
    }

    @Test
    void statusReturnsTheServiceAndItsStartTime() {
        assertThat(api.calls().get("/status").body()).isEqualTo("{\"id\":\"host\",\"name\":\"sessions\","
                + "\"description\":\"For tests\",\"start_time\":\"2026-03-01T11:59:59.873Z\","
                + "\"current_time\":\"2026-03-01T12:00:00.123Z\",\"uptime\":250,\"properties\":{},"
                + "\"components\":[\"a:b:c:d:1.0\"]}");
    }

    @Test
    void statisticsListTheHoursUpToTheCurrentOne() {
        api.calls().command("open_session", "{\"user_id\":\"u\"}");
        assertThat(api.calls().get("/v2/stats?hours=2").body()).isEqualTo("{\"active\":1,\"hours\":["
                + "{\"start\":\"2026-03-01T11:00:00.000Z\",\"opened\":0,\"closed\":0},"
                + "{\"start\":\"2026-03-01T12:00:00.000Z\",\"opened\":1,\"closed\":0}]}");
    }

    @Test
    void responsesAreNotCacheableAndHideTheServer() {
        for (HttpCalls.Reply reply : List.of(api.calls().get("/status"), api.calls().get("/nowhere"),
                api.calls().command("get_session_by_id", "{}"))) {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
            assertThat(reply.header("Server")).isNull();
        }
    }

    /** Jetty rejects these requests before routing. */
    @Test
    void rejectionsByTheServerAreNotCacheableAndHideTheServer() {
        for (String header : List.of("Host: again", "X-Large: " + "x".repeat(20_000), "X Y: z")) {
            assertThat(api.calls().raw("GET /status HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n")).as(header)
                    .startsWith("HTTP/1.1 4").contains("\r\nCache-Control: no-cache, no-store, must-revalidate\r\n")
                    .doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("\r\nserver:");
        }
    }

    /** The contract returns 404. */
    @Test
    void rootLeadsToHealthAndDocumentation() {
        HttpCalls.Reply root = api.calls().get("/");
        assertThat(root.status()).isEqualTo(404);
        assertThat(root.body()).contains("There is no such route. See /docs and /health/ready");
        assertThat(api.calls().get("/nowhere").body()).contains("\"There is no such route\"");
    }

    @Test
    void headReturnsTheHeadersOfGetWithoutABody() {
        HttpCalls.Reply head = api.calls().send("HEAD", "/heartbeat", Map.of(), new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
        assertThat(head.header("Content-Length")).isEqualTo("26");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void wrongMethodIsRejectedWithTheAllowedOnes() {
        HttpCalls.Reply onCommand = api.calls().get("/v1/sessions/open_session");
        assertThat(onCommand.status()).isEqualTo(405);
        assertThat(onCommand.header("Allow")).isEqualTo("POST");
        assertThat(onCommand.body()).contains("\"code\":\"METHOD_NOT_ALLOWED\"", "\"category\":\"BadRequest\"");
        HttpCalls.Reply onHeartbeat = api.calls().send("DELETE", "/heartbeat", Map.of(), new byte[0]);
        assertThat(onHeartbeat.status()).isEqualTo(405);
        assertThat(onHeartbeat.header("Allow")).isEqualTo("GET");
    }

    /** A proxy that allows only certain methods relies on this. */
    @Test
    void methodOverrideHeaderIsIgnored() {
        String path = "/v2/sessions/"
                + api.calls().command("open_session", "{\"user_id\":\"u\"}").body().substring(7, 39);
        Map<String, String> override = Map.of("X-HTTP-Method-Override", "DELETE");
        assertThat(api.calls().send("GET", path, override, new byte[0]).status()).isEqualTo(200);
        assertThat(api.calls().get(path).status()).isEqualTo(200);
        assertThat(api.calls().send("POST", path, override, new byte[0]).status()).isEqualTo(405);
    }

    /** A non-standard encoding of old browsers. */
    @Test
    void utf16EscapesInAPathAreRejected() {
        for (String path : List.of("/v2/sessions/%u0041", "/v2/users/%u0041/sessions", "/docs/%u0041", "/%u0041")) {
            assertThat(api.calls().raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).as(path)
                    .startsWith("HTTP/1.1 400").contains("INVALID_DATA");
        }
    }

    @Test
    void largeResponsesAreCompressedIfTheClientAcceptsIt() {
        String data = "d".repeat(3000);
        byte[] body = ("{\"user_id\":\"u\",\"data\":\"" + data + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpCalls.Reply plain = api.calls().send("POST", "/v1/sessions/open_session",
                Map.of("Content-Type", "application/json"), body);
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(plain.body()).contains(data);
        HttpCalls.Reply zipped = api.calls().send("POST", "/v1/sessions/open_session",
                Map.of("Content-Type", "application/json", "Accept-Encoding", "gzip"), body);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void addressInUseIsReported() {
        HttpSettings taken = new HttpSettings(ServerSettings.local(Duration.ofSeconds(1)).withPort(api.port()));
        assertThatIOException().isThrownBy(
                () -> HttpApi.start(taken, HttpApiFixture.service(), Authenticator.ALLOW_ALL).close())
                .withMessageContaining("127.0.0.1:" + api.port()).withMessageContaining("in use");
    }
}
