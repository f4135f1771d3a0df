package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.testkit.server.HttpCalls;

/** The time between the stop signal and the stop. */
class StopAnnouncementTest {

    @Test
    void stoppingServiceReportsNotReadyAndKeepsServing() throws Exception {
        ServiceSettings settings = ServiceFixture.settings("--store", "memory:", "--drain-delay", "1h");
        RunningService service = RunningService.start(settings, InstantSource.system());
        Thread stop = new Thread(service::close);
        try (HttpCalls calls = new HttpCalls(service.port())) {
            assertThat(calls.get("/health/ready").status()).isEqualTo(200);
            stop.start();
            HttpCalls.Reply ready;
            do {
                ready = calls.get("/health/ready");
            } while (ready.status() == 200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).contains("{\"name\":\"service\",\"status\":\"DOWN\","
                    + "\"data\":{\"reason\":\"The service is stopping\"}}");
            assertThat(calls.get("/health/live").status()).isEqualTo(200);
            assertThat(calls.command("open_session", "{\"user_id\":\"42\"}").status()).isEqualTo(200);
        } finally {
            stop.interrupt();
            stop.join(TimeUnit.SECONDS.toMillis(20));
        }
        assertThat(stop.isAlive()).isFalse();
    }

    @Test
    void byDefaultAStopWaitsOnlyForRunningRequests() throws IOException {
        ServiceSettings settings = ServiceFixture.settings("--store", "memory:");
        assertThat(settings.drainDelay()).isZero();
        assertThat(settings.http().server().drainTime()).isEqualTo(Duration.ofSeconds(30));
    }
}
