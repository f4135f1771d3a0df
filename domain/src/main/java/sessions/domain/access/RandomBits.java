package sessions.domain.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random bits for secrets, from a cryptographically strong generator. */
public final class RandomBits {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomBits() {
    }

    /** Returns random bytes. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * Returns 128 random bits as 32 lower-case hexadecimal digits. {@code UUID.randomUUID()} has only 122 random bits.
     */
    public static String hex() {
        return HexFormat.of().formatHex(bytes(BYTES));
    }
}
