package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.testkit.HeldSessions;
import sessions.testkit.server.HttpCalls.Reply;
import sessions.transport.RequestLimits;

/** More concurrent requests than the limit allows. */
class ConcurrencyLimitTest {

    private static final RequestLimits ONE_AT_A_TIME = new RequestLimits(1 << 20, 8 << 10, 1, Duration.ofMillis(50));

    private final HeldSessions sessions = new HeldSessions();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void closeExecutor() {
        executor.close();
    }

    @Test
    void rejectsRequestsThatWaitTooLongButAnswersHeartbeats() throws Exception {
        try (HttpApiFixture api = HttpApiFixture.start(sessions.port(), ONE_AT_A_TIME)) {
            Future<Reply> first = executor.submit(() -> get(api));
            sessions.awaitRequest();
            try {
                Reply rejected = get(api);
                assertThat(rejected.status()).isEqualTo(503);
                assertThat(rejected.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"",
                        "\"message\":\"Too many concurrent requests\"");
                assertThat(api.calls().get("/heartbeat").status()).isEqualTo(200);
            } finally {
                // Otherwise closing the server would wait for the held request.
                sessions.release();
            }
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(get(api).status()).isEqualTo(200);
        }
    }

    private static Reply get(HttpApiFixture api) {
        return api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}");
    }
}
