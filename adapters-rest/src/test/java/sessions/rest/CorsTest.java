package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.testkit.server.HttpCalls;

class CorsTest {

    private static final String ORIGIN = "https://app.example.com";
    private static final String COMMAND = "/v1/sessions/get_sessions";

    @Test
    void isOffUnlessOriginsAreConfigured() {
        try (HttpApiFixture api = HttpApiFixture.start()) {
            assertThat(call(api, ORIGIN).headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
            assertThat(preflight(api, COMMAND, "POST", ORIGIN).status()).isEqualTo(405);
        }
    }

    @Test
    void allowedOriginMayReadTheResponse() {
        try (HttpApiFixture api = HttpApiFixture.start(ORIGIN)) {
            HttpCalls.Reply reply = call(api, ORIGIN);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(reply.header("Access-Control-Expose-Headers")).contains("ETag");
            assertThat(reply.header("Vary")).contains("Origin");
        }
    }

    @Test
    void otherOriginsAreNotAllowed() {
        try (HttpApiFixture api = HttpApiFixture.start(ORIGIN)) {
            for (String other : new String[]{"https://evil.example.com", ORIGIN + ".evil.example", "null"}) {
                assertThat(call(api, other).header("Access-Control-Allow-Origin")).isNull();
                assertThat(preflight(api, COMMAND, "POST", other).header("Access-Control-Allow-Origin")).isNull();
            }
        }
    }

    @Test
    void preflightIsGrantedForExistingRoutes() {
        try (HttpApiFixture api = HttpApiFixture.start(ORIGIN)) {
            HttpCalls.Reply command = preflight(api, COMMAND, "POST", ORIGIN);
            assertThat(command.status()).isEqualTo(204);
            assertThat(command.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(command.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(command.header("Access-Control-Allow-Headers")).contains("Content-Type");
            assertThat(preflight(api, "/status", "GET", ORIGIN).status()).isEqualTo(204);
        }
    }

    @Test
    void preflightOfAResourceGrantsAllItsMethodsAndConditionalHeaders() {
        try (HttpApiFixture api = HttpApiFixture.start(ORIGIN)) {
            String data = "/v2/sessions/0123456789abcdef0123456789abcdef/data";
            HttpCalls.Reply granted = preflight(api, data, "PATCH", ORIGIN);
            assertThat(granted.status()).isEqualTo(204);
            assertThat(granted.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, PATCH, PUT");
            assertThat(granted.header("Access-Control-Allow-Headers")).contains("If-Match", "If-None-Match",
                    "Idempotency-Key");
            assertThat(preflight(api, "/v2/sessions/close", "POST", ORIGIN).status()).isEqualTo(204);
            assertThat(preflight(api, data, "DELETE", ORIGIN).header("Allow")).isEqualTo("GET, HEAD, PATCH, PUT");
        }
    }

    @Test
    void preflightIsRejectedForUnknownRoutesAndMethods() {
        try (HttpApiFixture api = HttpApiFixture.start("*")) {
            assertThat(preflight(api, "/v1/sessions/no_such_command", "POST", ORIGIN).status()).isEqualTo(404);
            HttpCalls.Reply wrongMethod = preflight(api, COMMAND, "DELETE", ORIGIN);
            assertThat(wrongMethod.status()).isEqualTo(405);
            assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
            assertThat(wrongMethod.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Test
    void anyOriginCanBeAllowed() {
        try (HttpApiFixture api = HttpApiFixture.start("*")) {
            assertThat(call(api, ORIGIN).header("Access-Control-Allow-Origin")).isEqualTo("*");
            HttpCalls.Reply wrongMethod = api.calls().get(COMMAND);
            assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
        }
    }

    private static HttpCalls.Reply call(HttpApiFixture api, String origin) {
        return api.calls().send("POST", COMMAND, Map.of("Origin", origin, "Content-Type", "application/json"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpCalls.Reply preflight(HttpApiFixture api, String path, String method, String origin) {
        return api.calls().send("OPTIONS", path, Map.of("Origin", origin, "Access-Control-Request-Method", method),
                new byte[0]);
    }
}
