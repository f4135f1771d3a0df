package sessions.wire.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import sessions.domain.error.InvalidJsonException;

/** Text in the one encoding that JSON travels in. */
public final class Utf8 {

    /** Half of a pair counts as a character of its own only where the other half is missing. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Utf8() {
    }

    /**
     * Decodes a body strictly: nothing is replaced, and a byte order mark is left for the parser to refuse.
     *
     * @throws InvalidJsonException where the bytes are not UTF-8
     */
    public static String decode(byte[] body) {
        try {
            // A new decoder reports what is malformed, unlike the constructor of String.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidJsonException("The body is not UTF-8");
        }
    }

    /**
     * Encodes a document strictly: nothing is replaced.
     *
     * @throws InvalidJsonException where it holds a lone surrogate
     */
    public static byte[] encode(String document) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(document));
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            return body;
        } catch (CharacterCodingException malformed) {
            throw new InvalidJsonException("The JSON holds a lone surrogate, which UTF-8 cannot carry");
        }
    }

    /** Encodes a document that may hold a lone surrogate in its texts, which becomes its escape. */
    public static byte[] encodeEscaped(String document) {
        return encode(LONE_SURROGATE.matcher(document)
                .replaceAll(lone -> String.format("\\\\u%04x", (int) lone.group().charAt(0))));
    }

    public static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
