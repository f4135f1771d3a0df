package sessions.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The standard's own example. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void textsAreDigestedAsTheStandardSays() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void whatOneDigestTakesInIsNotInTheNext() {
        Sha256.begin().update("a".getBytes(StandardCharsets.US_ASCII));
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
    }
}
