package sessions.domain.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random bits that nobody can guess, for whatever lets in whoever knows it. */
public final class RandomBits {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomBits() {
    }

    /** As many bytes of them. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 128 of them in 32 lower-case hexadecimal digits. {@code UUID.randomUUID()} would have only 122. */
    public static String hex() {
        return HexFormat.of().formatHex(bytes(BYTES));
    }
}
