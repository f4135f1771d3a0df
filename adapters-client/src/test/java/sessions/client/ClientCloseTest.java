package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import sessions.client.ScriptedServer.Reply;
import sessions.testkit.Fixtures;
import sessions.wire.service.HeartbeatJson;

class ClientCloseTest {

    @Test
    void closedClientRejectsEveryCall() {
        try (ScriptedServer server = ScriptedServer.always(Reply.none())) {
            SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()));
            client.close();
            client.close();
            for (ClientOperation operation : ClientOperation.all()) {
                assertThatIllegalStateException().as(operation.name())
                        .isThrownBy(() -> operation.call().accept(client)).withMessage("The client is closed");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closingTheClientEndsAPendingRetry() {
        CompletableFuture<SessionsHttpClientV1> waiting = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503))) {
            SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()),
                    _ -> waiting.join().close());
            assertThat(waiting.complete(client)).isTrue();
            assertThatIllegalStateException().isThrownBy(() -> client.monitoring().heartbeat(""))
                    .withMessage("The client is closed");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closingWaitsForTheRequestInFlight() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start((_, number) -> {
            if (number == 1) {
                arrived.countDown();
                release.await();
            }
            return Reply.json(200, HeartbeatJson.of(Fixtures.NOON));
        }); ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()));
            Future<?> heartbeat = executor.submit(() -> client.monitoring().heartbeat(""));
            arrived.await();
            Future<Long> closing = executor.submit(() -> {
                client.close();
                return release.getCount();
            });
            waitUntilClosed(client);
            assertThat(closing.isDone()).isFalse();
            release.countDown();
            assertThat(heartbeat.get()).isEqualTo(Fixtures.NOON);
            assertThat(closing.get()).as("pending responses when the client was closed").isZero();
        }
    }

    /** Sends heartbeats until the client rejects them. */
    private static void waitUntilClosed(SessionsHttpClientV1 client) {
        Throwable rejected;
        do {
            rejected = catchThrowable(() -> client.monitoring().heartbeat(""));
        } while (rejected == null);
        assertThat(rejected).isInstanceOf(IllegalStateException.class).hasMessage("The client is closed");
    }
}
