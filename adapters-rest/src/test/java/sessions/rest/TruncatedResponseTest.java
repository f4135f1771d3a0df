package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.testkit.FailingPorts;
import sessions.testkit.server.HttpCalls;

/** An export that fails before its end must not look complete. */
class TruncatedResponseTest {

    private static final String EXPORT = "/v2/users/user/export";

    /** When the next part fails, content of length 1 is still in the server's buffer; 100,000 is already sent. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void failureAfterTheFirstPartClosesTheConnection(int length) {
        try (HttpApiFixture api = start(paging -> paging.after() != null, length)) {
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> api.calls().get(EXPORT))
                    .withCauseInstanceOf(IOException.class);
            assertThat(api.calls().raw("GET " + EXPORT + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void failureOfTheFirstPartReturnsAProblem() {
        try (HttpApiFixture api = start(_ -> true, 1)) {
            HttpCalls.Reply reply = api.calls().get(EXPORT);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.header("Content-Disposition")).isNull();
        }
    }

    /** Starts the real service with more sessions than one page holds; exports of the matching pages fail. */
    private static HttpApiFixture start(Predicate<CursorPaging> failing, int contentLength) {
        DrivingPorts service = HttpApiFixture.service();
        Json data = new Json("\"" + "x".repeat(contentLength) + "\"");
        for (int i = 0; i < 30; i++) {
            assertThat(
                    service.resources().openSession("", new SessionOpening("user", null, null, null, null, data), null))
                    .isPresent();
        }
        SessionAdmin admin = FailingPorts.sometimes(SessionAdmin.class, service.admin(),
                (name, arguments) -> name.equals("exportSessions") && failing.test((CursorPaging) arguments[2]),
                () -> new StoreUnavailableException("away", null));
        return HttpApiFixture.start(
                new DrivingPorts(service.sessions(), service.resources(), admin, service.monitoring()),
                Duration.ofSeconds(1));
    }
}
