package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.ServiceStatus;
import sessions.testkit.Fixtures;

/** Tests health and status. */
public interface MonitoringContract extends ResourcesContract {

    @Test
    default void heartbeatIsTheServicesTime() {
        assertThat(ports().monitoring().heartbeat(CORRELATION_ID)).isEqualTo(clock().instant());
    }

    @Test
    default void serviceIsReadyIfItsStoreResponds() {
        Health health = ports().monitoring().readiness(CORRELATION_ID);
        assertThat(health.isUp()).isTrue();
        assertThat(health.checks()).extracting(Health.Check::name).containsExactly("store", "service");
    }

    @Test
    default void statusHasNameAndTimes() {
        clock().advance(Duration.ofSeconds(90));
        ServiceStatus status = ports().monitoring().status(CORRELATION_ID);
        assertThat(status.name()).isEqualTo("sessions");
        assertThat(status.startTime()).isEqualTo(Fixtures.NOON);
        assertThat(status.currentTime()).isEqualTo(Fixtures.NOON.plusSeconds(90));
        assertThat(status.uptime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(status.id()).isNotEmpty();
    }
}
