package sessions.wire.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import sessions.domain.error.InvalidJsonException;

/** Strict UTF-8 encoding and decoding. */
public final class Utf8 {

    /** Matches a surrogate only if the other half of the pair is missing. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Utf8() {
    }

    /**
     * Decodes a body strictly: nothing is replaced, and a byte order mark is left for the parser to reject.
     *
     * @throws InvalidJsonException if the bytes are not UTF-8
     */
    public static String decode(byte[] body) {
        try {
            // A new decoder reports malformed input, unlike the constructor of String.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidJsonException("The body is not UTF-8");
        }
    }

    /**
     * Encodes a document strictly: nothing is replaced.
     *
     * @throws InvalidJsonException if it contains a lone surrogate
     */
    public static byte[] encode(String document) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(document));
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            return body;
        } catch (CharacterCodingException malformed) {
            throw new InvalidJsonException("The JSON contains a lone surrogate, which UTF-8 cannot encode");
        }
    }

    /** Encodes a document with lone surrogates in its texts as escapes. */
    public static byte[] encodeEscaped(String document) {
        return encode(LONE_SURROGATE.matcher(document)
                .replaceAll(lone -> String.format(Locale.ROOT, "\\\\u%04x", (int) lone.group().charAt(0))));
    }

    public static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
