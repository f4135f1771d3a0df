package sessions.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitedExceptionTest {

    @ParameterizedTest
    @CsvSource({"PT0.000000001S,1", "PT0.999S,1", "PT1S,1", "PT1.000000001S,2", "PT59.5S,60", "PT0S,1"})
    void retryAfterIsRoundedUpToWholeSeconds(Duration wait, long seconds) {
        RateLimitedException limited = new RateLimitedException("Too many requests", wait);
        assertThat(limited.retryAfterSeconds()).isEqualTo(seconds);
        assertThat(limited.details()).containsExactly(Map.entry("retry_after_seconds", "" + seconds));
        assertThat(limited.retryAfter()).isEqualTo(wait);
    }
}
