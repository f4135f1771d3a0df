package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLimitsTest {

    private static final ConnectionLimits LIMITS = new ConnectionLimits(1, Duration.ZERO, Duration.ofSeconds(10), 100);

    @ParameterizedTest
    @CsvSource({"0, 10000, false", "0, 10001, true", "1000, 10001, false", "1999, 20000, true", "2000, 20000, false"})
    void longRequestMustKeepTheDataRate(long bytes, long millis, boolean tooSlow) {
        assertThat(LIMITS.isTooSlow(bytes, Duration.ofMillis(millis))).isEqualTo(tooSlow);
    }
}
