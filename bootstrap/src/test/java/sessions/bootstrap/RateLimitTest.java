package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sessions.application.access.IssuedApiKey;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;

/** Rate limits on the assembled service. */
class RateLimitTest {

    private static final String SESSION = "/v2/sessions/" + "0".repeat(32);
    private static final byte[] NONE = new byte[0];

    private final IssuedApiKey gateway = IssuedApiKey.create("gateway", Role.WRITER, null);
    private final IssuedApiKey shop = IssuedApiKey.create("shop", Role.READER, null);
    private final String keys = gateway.key().line() + "," + shop.key().line();

    @Test
    void byDefaultThereIsNoRateLimit() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:")) {
            for (int i = 0; i < 300; i++) {
                assertThat(service.calls().get(SESSION).status()).isEqualTo(404);
            }
        }
    }

    @Test
    void keysHaveSeparateRateLimits() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", keys, "--key-rate",
                "2/h")) {
            assertThat(get(service, gateway).status()).isEqualTo(404);
            assertThat(get(service, gateway).status()).isEqualTo(404);
            assertThat(get(service, gateway).status()).isEqualTo(429);
            assertThat(get(service, shop).status()).isEqualTo(404);
        }
    }

    @Test
    void rejectionSaysWhenToRetryInBothApis() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", keys, "--key-rate",
                "1/h")) {
            Instant before = Instant.now();
            get(service, gateway);
            HttpCalls.Reply problem = get(service, gateway);
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(problem.body()).contains("\"title\":\"Too Many Requests\"", "\"code\":\"RATE_LIMITED\"",
                    "\"detail\":\"Too many requests with the key gateway\"");
            HttpCalls.Reply error = service.calls().send("POST", "/v1/sessions/get_sessions", header(gateway), NONE);
            assertThat(error.status()).isEqualTo(429);
            long soonest = Duration.ofHours(1).minus(Duration.between(before, Instant.now())).toSeconds();
            assertThat(retryAfter(problem)).isBetween(soonest, 3600L);
            assertThat(retryAfter(error)).isBetween(soonest, 3600L);
            assertThat(error.body()).startsWith("{\"code\":\"RATE_LIMITED\",\"status\":429,\"category\":\"NoResponse\"")
                    .contains("\"details\":{\"retry_after_seconds\":\"" + retryAfter(error) + "\"}");
        }
    }

    private static long retryAfter(HttpCalls.Reply reply) {
        return Long.parseLong(Objects.requireNonNull(reply.header("Retry-After")));
    }

    @Test
    void guessingKeysIsLimitedByAddressButProbesAreNot() {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", keys,
                "--address-rate", "3/h")) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(service, IssuedApiKey.create("other", Role.ADMIN, null)).status()).isEqualTo(401);
            }
            assertThat(get(service, gateway).status()).isEqualTo(429);
            assertThat(service.calls().get("/heartbeat").status()).isEqualTo(200);
            assertThat(service.calls().get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void rateLimitedCallersAreAudited() {
        try (CapturedLog log = CapturedLog.atDebug();
                ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", keys, "--key-rate",
                        "1/h")) {
            get(service, gateway);
            get(service, gateway);
            assertThat(log.lines()).anyMatch(line -> line.startsWith("authenticate refused: address=127.0.0.1"
                    + " reason=\"RATE_LIMITED: Too many requests with the key gateway\""));
        }
    }

    @Test
    void rateByKeyWithoutKeysIsRejectedAtStart() {
        assertThat(error("--key-rate", "5/s"))
                .startsWith("sessions: --key-rate requires --access-keys: without keys, callers cannot be"
                        + " distinguished");
    }

    @Test
    void invalidRateIsReported() {
        for (String text : new String[]{"5", "0/s", "5/d", "-1/s", "5 / s", "10000000/s"}) {
            assertThat(error("--address-rate", text)).startsWith("sessions: Invalid value for option '--address-rate':"
                    + " '" + text + "' is not a rate such as 100/s, 600/m or 5000/h");
        }
    }

    private static String error(String... options) {
        CommandRun run = CommandRun.ofServe(Map.of(), options);
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }

    private static Map<String, String> header(IssuedApiKey key) {
        return Map.of("X-API-Key", key.secret());
    }

    private static HttpCalls.Reply get(ServiceFixture service, IssuedApiKey key) {
        return service.calls().send("GET", SESSION, header(key), NONE);
    }
}
