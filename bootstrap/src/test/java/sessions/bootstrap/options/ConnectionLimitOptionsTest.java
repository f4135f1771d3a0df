package sessions.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.bootstrap.ServiceFixture;
import sessions.transport.ConnectionLimits;

class ConnectionLimitOptionsTest {

    @Test
    void defaultsAreThoseOfConnectionLimits() throws IOException {
        assertThat(ServiceFixture.settings().http().server().connections()).isEqualTo(ConnectionLimits.DEFAULT);
    }

    @Test
    void eachLimitCanBeSet() throws IOException {
        assertThat(ServiceFixture.settings("--max-connections", "500", "--idle-timeout", "2m", "--arrival-time", "5s",
                "--arrival-pace", "512B").http().server().connections())
                .isEqualTo(new ConnectionLimits(500, Duration.ofMinutes(2), Duration.ofSeconds(5), 512));
    }
}
