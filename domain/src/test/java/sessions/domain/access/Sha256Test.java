package sessions.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example in the standard. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digestMatchesTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void digestsAreIndependent() {
        Sha256.begin().update("a".getBytes(StandardCharsets.US_ASCII));
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
    }
}
