package sessions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sessions.domain.ServiceStatus;

/** What a service says of itself. */
public interface MonitoringContract extends ResourcesContract {

    @Test
    default void theHeartbeatIsTheServicesTime() {
        assertThat(ports().monitoring().heartbeat(CORRELATION_ID)).isEqualTo(clock().instant());
    }

    @Test
    default void theStatusTellsWhatRunsAndSinceWhen() {
        ServiceStatus status = ports().monitoring().status(CORRELATION_ID);
        assertThat(status.name()).isEqualTo("sessions");
        assertThat(status.currentTime()).isEqualTo(clock().instant());
        assertThat(status.startTime().plus(status.uptime())).isEqualTo(status.currentTime());
        assertThat(status.id()).isNotEmpty();
    }
}
