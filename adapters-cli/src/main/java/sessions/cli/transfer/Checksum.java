package sessions.cli.transfer;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A checksum of many sessions that does not depend on their order: the sum of their digests, modulo 2 to the power of
 * 256.
 */
final class Checksum {

    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.TWO.pow(BYTES * Byte.SIZE);

    private BigInteger sum = BigInteger.ZERO;

    /** Adds the digest of a session. */
    void add(byte[] digest) {
        sum = sum.add(new BigInteger(1, digest)).mod(MODULUS);
    }

    /** Returns 64 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%064x", sum);
    }
}
