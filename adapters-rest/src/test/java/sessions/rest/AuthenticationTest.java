package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.testkit.server.HttpCalls;

class AuthenticationTest {

    private static final String KEY = "sessions_key";
    private static final String SESSION = "/v2/sessions/0123456789abcdef0123456789abcdef";

    private final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final HttpApiFixture api = HttpApiFixture.start(HttpApiFixture.service(), this::authenticate,
            Duration.ofSeconds(20), "https://app.example.com");

    @AfterEach
    void stop() {
        api.close();
    }

    private Caller authenticate(String correlationId, @Nullable String key, String address) {
        if (!KEY.equals(key)) {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "Not with " + key);
        }
        Caller caller = new Caller("gateway", Role.WRITER, address);
        callers.add(caller);
        return caller;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + KEY, "bearer " + KEY, "Bearer   " + KEY})
    void keyIsAcceptedAsBearerToken(String authorization) {
        assertThat(get(SESSION, "Authorization", authorization).status()).isEqualTo(404);
        assertThat(callers).containsExactly(new Caller("gateway", Role.WRITER, "127.0.0.1"));
    }

    @Test
    void keyIsAcceptedInXApiKeyBesideOtherCredentials() {
        assertThat(get(SESSION, "X-API-Key", KEY).status()).isEqualTo(404);
        assertThat(get(SESSION, "X-API-Key", KEY, "Authorization", "Basic dTpw").status()).isEqualTo(404);
        assertThat(get(SESSION, "X-API-Key", KEY, "Authorization", "Bearer " + KEY).status()).isEqualTo(404);
    }

    @Test
    void twoDifferentKeysAreRejected() {
        HttpCalls.Reply reply = get(SESSION, "X-API-Key", KEY, "Authorization", "Bearer other");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("must be the same key as in Authorization").doesNotContain(KEY, "other");
    }

    @Test
    void missingOrWrongKeyIsRejectedWithAChallenge() {
        HttpCalls.Reply none = get(SESSION);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sessions\"");
        assertThat(none.header("Content-Type")).isEqualTo("application/problem+json");
        HttpCalls.Reply wrong = get("/status", "X-API-Key", "wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sessions\", error=\"invalid_token\"");
        assertThat(wrong.body()).contains("\"code\":\"UNAUTHORIZED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "access_token", "X-API-Key", "key", "Authorization"})
    void keyInTheUrlIsIgnored(String parameter) {
        assertThat(get("/status?" + parameter + "=" + KEY).status()).isEqualTo(401);
        assertThat(get(SESSION + "?" + parameter + "=" + KEY).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/heartbeat", "/health/live", "/health/ready", "/openapi.yaml", "/openapi.json", "/docs",
            "/docs/start.js", "/swagger"})
    void publicRoutesNeedNoKey(String path) {
        assertThat(get(path).status()).isLessThan(400);
        assertThat(callers).isEmpty();
    }

    @Test
    void preflightAllowsTheKeyHeadersAndRejectionsAreReadable() {
        String origin = "https://app.example.com";
        HttpCalls.Reply preflight = api.calls().send("OPTIONS", SESSION,
                Map.of("Origin", origin, "Access-Control-Request-Method", "GET"), new byte[0]);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "X-API-Key");
        assertThat(get(SESSION, "Origin", origin).header("Access-Control-Allow-Origin")).isEqualTo(origin);
    }

    @Test
    void unauthorizedRequestIsRejectedBeforeItsBodyIsSent() {
        String waiting = String.join("\r\n", "POST /v2/sessions HTTP/1.1", "Host: x", "Content-Type: application/json",
                "Content-Length: 1000", "Expect: 100-continue", "", "");
        assertThat(api.calls().raw(waiting))
                .startsWith("HTTP/1.1 401").doesNotContain("100 Continue");
    }

    @Test
    void rejectionBeforeTheBodyAnnouncesThatTheConnectionCloses() {
        String request = String.join("\r\n", "POST /v2/sessions HTTP/1.1", "Host: x", "Content-Type: application/json",
                "Content-Length: 1000", "", "");
        assertThat(api.calls().raw(request)).startsWith("HTTP/1.1 401").containsIgnoringCase("Connection: close");
    }

    @Test
    void unauthorizedRequestWithALargeBodyGetsTheRejection() {
        HttpCalls.Reply reply = api.calls().send("POST", "/v2/sessions", Map.of("Content-Type", "application/json"),
                " ".repeat(8 << 20).getBytes(StandardCharsets.US_ASCII));
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void keyIsIgnoredIfAuthenticationIsOff() {
        try (HttpApiFixture open = HttpApiFixture.start(HttpApiFixture.service(), Authenticator.ALLOW_ALL,
                Duration.ofSeconds(20))) {
            assertThat(open.calls().send("GET", SESSION, Map.of("X-API-Key", "any"), new byte[0]).status())
                    .isEqualTo(404);
        }
    }

    private HttpCalls.Reply get(String path, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return api.calls().send("GET", path, all, new byte[0]);
    }
}
