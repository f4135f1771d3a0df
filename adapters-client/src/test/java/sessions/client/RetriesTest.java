package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.error.SessionsException;
import sessions.testkit.Fixtures;

/** Retries: which operations, how often, and after which pauses. The pauses are recorded, not waited for. */
class RetriesTest {

    private static final RetryPolicy POLICY = new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300));

    private final List<Duration> pauses = new ArrayList<>();

    static List<ClientOperation> operations() {
        return ClientOperation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlySafeOperationsAreRepeated(ClientOperation operation) {
        for (int status : new int[]{408, 502, 503, 504}) {
            try (ScriptedServer server = ScriptedServer.always(Reply.html(status));
                    SessionsHttpClientV1 client = client(server.address())) {
                assertThatExceptionOfType(ServiceUnavailableException.class)
                        .isThrownBy(() -> operation.call().accept(client));
                assertThat(server.requests()).hasSize(operation.repeatable() ? 4 : 1);
                assertThat(server.requests()).extracting(ScriptedServer.ReceivedRequest::body)
                        .containsOnly(server.requests().getFirst().body());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void safeOperationsAreRepeatedAfterALostResponse(ClientOperation operation) {
        try (ScriptedServer server = ScriptedServer.start((_, _) -> null);
                SessionsHttpClientV1 client = client(server.address())) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> operation.call().accept(client));
            assertThat(pauses).hasSize(operation.repeatable() ? 3 : 0);
            int attempts = operation.repeatable() ? 4 : 1;
            // The JDK's client itself repeats a GET if its connection closed before the response.
            boolean sentTwice = server.requests().getFirst().method().equals("GET");
            assertThat(server.requests().size()).isBetween(attempts, sentTwice ? 2 * attempts : attempts);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void rejectionsAreNotRepeated(ClientOperation operation) {
        for (int status : new int[]{400, 401, 404, 409, 429, 500}) {
            try (ScriptedServer server = ScriptedServer.always(Reply.html(status));
                    SessionsHttpClientV1 client = client(server.address())) {
                assertThat(catchThrowable(() -> operation.call().accept(client)))
                        .isInstanceOf(SessionsException.class);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void successfulAttemptEndsTheRetries() {
        try (ScriptedServer server = ScriptedServer
                .start((_, number) -> number < 3 ? Reply.html(503) : Reply.json(200, "\"2026-03-01T12:00:00.123Z\""));
                SessionsHttpClientV1 client = client(server.address())) {
            assertThat(client.monitoring().heartbeat("")).isEqualTo("2026-03-01T12:00:00.123Z");
            assertThat(server.requests()).hasSize(3);
            assertThat(pauses).hasSize(2);
        }
    }

    @Test
    void pausesDoubleUpToTheLongestWithRandomReduction() {
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503));
                SessionsHttpClientV1 client = client(server.address())) {
            for (int i = 0; i < 20; i++) {
                pauses.clear();
                assertThat(catchThrowable(() -> client.monitoring().heartbeat(""))).isNotNull();
                assertThat(pauses).hasSize(3);
                assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
                assertThat(pauses.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
                assertThat(pauses.get(2)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
            }
        }
    }

    @Test
    void retryAfterLengthensThePause() {
        RetryPolicy patient = new RetryPolicy(2, Duration.ofMillis(100), Duration.ofSeconds(5));
        assertThat(pause(patient, 503, "2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause(patient, 429, "3")).isEqualTo(Duration.ofSeconds(3));
        assertThat(pause(patient, 503, "3600")).isEqualTo(Duration.ofSeconds(5));
        assertThat(pause(patient, 503, "Sun, 01 Mar 2026 12:00:03 GMT")).isEqualTo(Duration.ofMillis(2877));
        assertThat(pause(patient, 503, "Sun, 01 Mar 2026 12:01:00 GMT")).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "-1", "Sun, 01 Mar 2026 12:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT",
            "99999999999999999999"})
    void invalidOrPastRetryAfterDoesNotShortenThePause(String retryAfter) {
        assertThat(pause(POLICY, 503, retryAfter)).isBetween(Duration.ofMillis(50), Duration.ofMillis(300));
    }

    @Test
    void withoutRetriesEachRequestIsSentOnce() {
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503));
                SessionsHttpClientV1 client = client(server.address(), RetryPolicy.NONE)) {
            assertThat(catchThrowable(() -> client.monitoring().heartbeat(""))).isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interruptEndsThePauseAndStaysSet() {
        try (ScriptedServer server = ScriptedServer.always(Reply.html(503));
                SessionsHttpClientV1 client = new SessionsHttpClientV1(
                        ClientSettings.of(server.address()).withRetries(POLICY), _ -> {
                            throw new InterruptedException();
                        })) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat(""))
                    .withMessage("The service at " + server.address()
                            + " failed (status 503), and the wait for the next attempt was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interruptedCallerDoesNotWait() {
        try (ScriptedServer server = ScriptedServer.start((_, _) -> {
            new CountDownLatch(1).await();
            return Reply.none();
        }); SessionsHttpClientV1 client = client(server.address())) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat("")).withMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(pauses).isEmpty();
        }
    }

    private Duration pause(RetryPolicy policy, int status, String retryAfter) {
        pauses.clear();
        try (ScriptedServer server = ScriptedServer.always(Reply.html(status).with("Retry-After", retryAfter));
                SessionsHttpClientV1 client = client(server.address(), policy)) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat(""));
        }
        assertThat(pauses).hasSize(policy.attempts() - 1);
        return pauses.getFirst();
    }

    private SessionsHttpClientV1 client(String address) {
        return client(address, POLICY);
    }

    private SessionsHttpClientV1 client(String address, RetryPolicy policy) {
        return new SessionsHttpClientV1(ClientSettings.of(address).withRetries(policy), pauses::add,
                () -> Fixtures.NOON);
    }
}
