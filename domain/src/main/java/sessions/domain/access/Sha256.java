package sessions.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), without the exception that cannot occur. */
public final class Sha256 {

    /** Of which others are copies: to look an implementation up takes longer than the digest of a short text. */
    private static final MessageDigest UNTOUCHED = find();

    private Sha256() {
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java machine has SHA-256", impossible);
        }
    }

    /** A digest that has taken in nothing yet. */
    public static MessageDigest begin() {
        try {
            return (MessageDigest) UNTOUCHED.clone();
        } catch (CloneNotSupportedException uncommon) {
            return find();
        }
    }

    /** Of a text in UTF-8, 32 bytes. */
    public static byte[] of(String text) {
        return begin().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same in 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
