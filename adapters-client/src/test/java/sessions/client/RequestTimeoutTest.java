package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ServiceUnavailableException;

/** The request timeout limits the whole request: all attempts and the pauses between them. */
class RequestTimeoutTest {

    private static final RetryPolicy MANY = new RetryPolicy(10, Duration.ofMillis(100), Duration.ofMillis(400));

    /** A time that passes only in pauses. */
    private static final class PausesOnly implements RetryPause {

        private Duration passed = Duration.ZERO;

        @Override
        public void sleep(Duration duration) {
            passed = passed.plus(duration);
        }

        @Override
        public long nanoTime() {
            return passed.toNanos();
        }
    }

    @Test
    void requestWithoutResponseIsNotRepeatedAfterItsTimeout() {
        try (ScriptedServer server = ScriptedServer.start((_, _) -> {
            new CountDownLatch(1).await();
            return Reply.none();
        });
                SessionsHttpClientV1 client = new SessionsHttpClientV1(
                        ClientSettings.of(server.address()).withRequestTimeout(Duration.ofMillis(200)))) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat(""))
                    .withMessageEndingWith("timed out after 200 ms");
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void pausesEndBeforeTheTimeout() {
        PausesOnly time = new PausesOnly();
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503));
                SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address())
                        .withRetries(MANY).withRequestTimeout(Duration.ofSeconds(1)), time)) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat("")).withMessageContaining("status 503");
            assertThat(time.passed).isBetween(Duration.ofMillis(600), Duration.ofMillis(999));
            assertThat(server.requests()).hasSizeBetween(3, 8);
        }
    }

    @Test
    void longerRequestedPauseIsNotWaitedFor() {
        PausesOnly time = new PausesOnly();
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503).with("Retry-After", "3"));
                SessionsHttpClientV1 client = new SessionsHttpClientV1(
                        ClientSettings.of(server.address()).withRequestTimeout(Duration.ofSeconds(2)), time)) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat("")).withMessageContaining("status 503");
            assertThat(time.passed).isZero();
        }
    }
}
