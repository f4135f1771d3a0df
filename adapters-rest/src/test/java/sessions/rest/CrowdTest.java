package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.SessionV1;
import sessions.testkit.Fixtures;
import sessions.testkit.HttpCalls.Reply;

/** More requests than the service works on at a time. */
class CrowdTest {

    private static final HttpLimits ONE_AT_A_TIME = new HttpLimits(1 << 20, 8 << 10, 1, Duration.ofMillis(50));

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        goOn.countDown();
        executor.close();
    }

    @Test
    void whoWaitsTooLongIsRefusedAndWhoAsksHowTheServiceIsGetsAnAnswer() throws Exception {
        try (HttpApiFixture api = HttpApiFixture.start(new FailingSessions(this::waitForTest), ONE_AT_A_TIME)) {
            Future<Reply> first = executor.submit(() -> get(api));
            entered.await();
            Reply refused = get(api);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"",
                    "\"message\":\"The service has too many requests at once\"");
            assertThat(api.calls().get("/heartbeat").status()).isEqualTo(200);
            goOn.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(get(api).status()).isEqualTo(200);
        }
    }

    private static Reply get(HttpApiFixture api) {
        return api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}");
    }

    private SessionV1 waitForTest() {
        entered.countDown();
        try {
            goOn.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Fixtures.session("user", Fixtures.NOON);
    }
}
