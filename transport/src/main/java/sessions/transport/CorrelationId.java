package sessions.transport;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.SingleLine;

/**
 * The id that links the logs and errors of one request: the one that the caller sent, or a random one. It is cut to 128
 * characters, stripped of surrounding white space, and safe to log.
 */
public record CorrelationId(String text) {

    public static final String HEADER = "X-Correlation-Id";

    /** Its name in the contract and in the log's diagnostic context. */
    public static final String NAME = "correlation_id";

    private static final int MAX_LENGTH = 128;
    private static final int BYTES = 16;

    /** Returns the first text that is not blank, or a random id. */
    public static CorrelationId of(@Nullable String... sent) {
        for (String text : sent) {
            if (text != null && !text.isBlank()) {
                return new CorrelationId(SingleLine.of(text.strip(), MAX_LENGTH));
            }
        }
        return random();
    }

    public static CorrelationId random() {
        byte[] bits = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bits);
        return new CorrelationId(HexFormat.of().formatHex(bits));
    }

    /** Returns the text for a header: all characters except printable ASCII are percent-encoded. */
    public String headerValue() {
        StringBuilder value = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b <= '~') {
                value.append((char) b);
            } else {
                value.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return value.toString();
    }
}
