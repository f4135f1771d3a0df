package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.SessionV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.server.SlowCallers;
import sessions.transport.ConnectionLimits;

/** Connections of slow or silent callers are closed; other callers and long processing are not affected. */
@Timeout(60)
class SlowHttpCallersTest {

    private static final Duration ARRIVAL = Duration.ofMillis(300);
    private static final ConnectionLimits LIMITS = new ConnectionLimits(20, Duration.ofSeconds(2), ARRIVAL, 10_000);

    @Test
    void requestsThatTrickleInAreDisconnected() {
        try (HttpApiFixture api = start();
                SlowCallers slow = new SlowCallers(api.port(), Duration.ofMillis(20))) {
            slow.trickleHeaders(5);
            slow.trickleBodies(5);
            assertThat(api.calls().get("/heartbeat").status()).isEqualTo(200);
            assertThat(slow.awaitEnds(Duration.ofSeconds(20))).allSatisfy(response -> assertThat(response).isEmpty());
            assertThat(api.calls().get("/heartbeat").status()).isEqualTo(200);
        }
    }

    @Test
    void silentConnectionIsClosed() throws IOException {
        try (HttpApiFixture api = start();
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            silent.getOutputStream().write("GET /heartbeat HT".getBytes(StandardCharsets.US_ASCII));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void longProcessingIsNotAborted() {
        try (HttpApiFixture api = start()) {
            for (int i = 0; i < 2; i++) {
                HttpCalls.Reply reply = api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}");
                assertThat(reply.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void connectionsAboveTheLimitWaitUntilOneCloses() throws Exception {
        try (HttpApiFixture api = start();
                SlowCallers slow = new SlowCallers(api.port(), Duration.ofMillis(20))) {
            slow.trickleHeaders(LIMITS.connections());
            CompletableFuture<Integer> waiting = CompletableFuture
                    .supplyAsync(() -> api.calls().get("/heartbeat").status(), Thread::startVirtualThread);
            assertThat(slow.connected()).isEqualTo(LIMITS.connections());
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(200);
        }
    }

    /** Starts the API with a service that takes three times as long as a request may take to arrive. */
    private static HttpApiFixture start() {
        return HttpApiFixture.start(new FailingSessions(SlowHttpCallersTest::slowSession), LIMITS);
    }

    private static SessionV1 slowSession() {
        return CompletableFuture.supplyAsync(() -> Fixtures.session("user", Fixtures.NOON),
                CompletableFuture.delayedExecutor(3 * ARRIVAL.toMillis(), TimeUnit.MILLISECONDS)).join();
    }
}
