package sessions.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.SessionId;

/** These values are secrets: knowing one gives access to a session. */
class RandomBitsTest {

    private static final int COUNT = 4096;
    private static final int BITS = 128;

    /** Six standard deviations: a sound generator exceeds this once in 4 million runs. */
    private static final int SPREAD = (int) (6 * Math.sqrt(COUNT) / 2);

    @Test
    void bitsOfSessionIdsAreUniform() {
        assertRandom(() -> SessionId.random().value());
    }

    @Test
    void bitsOfIdempotencyKeysAreUniform() {
        assertRandom(() -> IdempotencyKey.random().value());
    }

    private static void assertRandom(Supplier<String> source) {
        int[] ones = new int[BITS];
        Set<String> seen = new HashSet<>();
        Stream.generate(source).limit(COUNT).forEach(text -> {
            assertThat(text).matches("[0-9a-f]{32}");
            seen.add(text);
            BigInteger bits = new BigInteger(text, 16);
            for (int i = 0; i < BITS; i++) {
                ones[i] += bits.testBit(i) ? 1 : 0;
            }
        });
        assertThat(seen).hasSize(COUNT);
        assertThat(Arrays.stream(ones)).allSatisfy(
                count -> assertThat(count).isBetween(COUNT / 2 - SPREAD, COUNT / 2 + SPREAD));
    }
}
