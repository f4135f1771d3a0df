package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.testkit.FailingPorts;
import sessions.testkit.server.HttpCalls;

/** The responses to health probes. */
class HealthTest {

    private static final Duration DRAIN_TIME = Duration.ofSeconds(20);

    @Test
    void serviceIsLiveAndReadyIfItsStoreResponds() {
        try (HttpApiFixture api = HttpApiFixture.start()) {
            assertThat(api.calls().get("/health/live").body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
            assertThat(api.calls().get("/health/ready").body()).isEqualTo("{\"status\":\"UP\",\"checks\":"
                    + "[{\"name\":\"store\",\"status\":\"UP\"},{\"name\":\"service\",\"status\":\"UP\"}]}");
            assertThat(api.calls().send("HEAD", "/health/ready", Map.of(), new byte[0]).status()).isEqualTo(200);
        }
    }

    @Test
    void serviceIsLiveButNotReadyIfItsStoreIsUnavailable() {
        SessionStore down = FailingPorts.port(SessionStore.class,
                () -> new StoreUnavailableException("The store could not read a session", null));
        try (HttpApiFixture api = HttpApiFixture.start(HttpApiFixture.serviceOn(down), DRAIN_TIME)) {
            assertThat(api.calls().get("/health/live").status()).isEqualTo(200);
            HttpCalls.Reply ready = api.calls().get("/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body())
                    .isEqualTo("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"store\",\"status\":\"DOWN\","
                            + "\"data\":{\"reason\":\"The store could not read a session\"}},"
                            + "{\"name\":\"service\",\"status\":\"UP\"}]}");
        }
    }

    @Test
    void probesNeedNoKey() {
        DrivingPorts service = HttpApiFixture.service();
        try (HttpApiFixture api = HttpApiFixture.start(service, (_, _, _) -> {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "A key is needed");
        }, DRAIN_TIME)) {
            assertThat(api.calls().get("/health/live").status()).isEqualTo(200);
            assertThat(api.calls().get("/health/ready").status()).isEqualTo(200);
        }
    }
}
