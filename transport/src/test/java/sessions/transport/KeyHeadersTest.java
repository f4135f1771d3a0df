package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;

class KeyHeadersTest {

    @Test
    void readsTheKeyFromBothHeaders() {
        assertThat(KeyHeaders.key(List.of("Bearer  k1 "), List.of())).isEqualTo("k1");
        assertThat(KeyHeaders.key(List.of(), List.of(" k1"))).isEqualTo("k1");
        assertThat(KeyHeaders.key(List.of("bearer k1"), List.of("k1"))).isEqualTo("k1");
    }

    @Test
    void ignoresOtherSchemes() {
        assertThat(KeyHeaders.key(List.of("Basic YTpi"), List.of())).isNull();
    }

    @Test
    void rejectsDifferentKeys() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> KeyHeaders.key(List.of("Bearer k1"), List.of("k2")))
                .withMessageContaining("X-API-Key must be the same key as in Authorization")
                .withMessageNotContaining("k1");
    }

    @Test
    void challengeTellsWhetherAKeyWasSent() {
        assertThat(KeyHeaders.challenge(null)).isEqualTo("Bearer realm=\"sessions\"");
        assertThat(KeyHeaders.challenge("k1")).endsWith(", error=\"invalid_token\"");
    }
}
