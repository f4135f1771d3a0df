package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

    private static final ClientSettings SETTINGS = ClientSettings.of("http://127.0.0.1:8080");

    @Test
    void defaultsAreAsDocumented() {
        assertThat(SETTINGS.apiKey()).isNull();
        assertThat(SETTINGS.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(SETTINGS.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(SETTINGS.retries()).isEqualTo(new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(5)));
    }

    @Test
    void pathIsKeptWithoutItsTrailingSlash() {
        assertThat(ClientSettings.of("https://example.com/sessions//").baseUri()).hasToString(
                "https://example.com/sessions");
        assertThat(ClientSettings.of("HTTP://[::1]:8080/").baseUri()).hasToString("HTTP://[::1]:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "127.0.0.1:8080", "ftp://example.com", "http:/x", "http://user:secret@example.com",
                    "http://example.com/?secret", "http://example.com#secret", "http://user:secret@exa mple.com",
                    "file:///x",
                    "/sessions", "http://under_score"})
    void invalidAddressesAreRejected(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientSettings.of(address))
                .satisfies(rejected -> assertThat(rejected).hasNoCause().message().doesNotContain("secret"));
    }

    @Test
    void keyIsNeverShown() {
        ClientSettings settings = SETTINGS.withApiKey("s3cret");
        assertThat(settings.apiKey()).isEqualTo("s3cret");
        assertThat(settings.toString()).contains("with a key", "http://127.0.0.1:8080").doesNotContain("s3cret");
        for (String key : new String[]{"", "s3cret key", "s3cret\n", "schlüssel-s3cret"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withApiKey(key))
                    .satisfies(rejected -> assertThat(rejected.getMessage()).doesNotContain("s3cret"));
        }
    }

    @Test
    void eachPartCanBeSet() {
        ClientSettings all = SETTINGS.withApiKey("k").withConnectTimeout(Duration.ofMillis(1))
                .withRequestTimeout(Duration.ofDays(1)).withRetries(RetryPolicy.NONE);
        assertThat(all)
                .isEqualTo(new ClientSettings(SETTINGS.baseUri(), "k", null, Duration.ofMillis(1), Duration.ofDays(1),
                        RetryPolicy.NONE));
        assertThat(all.withApiKey(null).apiKey()).isNull();
    }

    @Test
    void timeoutsAndRetriesHaveLimits() {
        for (Duration timeout : new Duration[]{Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(2)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withConnectTimeout(timeout))
                    .withMessageContaining("connect timeout");
            assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withRequestTimeout(timeout))
                    .withMessageContaining("request timeout");
        }
        Duration second = Duration.ofSeconds(1);
        for (int attempts : new int[]{0, -1, 11}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(attempts, second, second));
        }
        for (long seconds : new long[]{0, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Duration pause = Duration.ofSeconds(seconds);
            assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, pause, second));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, second, Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, second, Duration.ofHours(2)));
    }
}
