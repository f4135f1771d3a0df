package sessions.transport;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.SingleLine;

/**
 * Ties together what logs and errors say about one request. The caller's own where it sent one, else made up. It is cut to a
 * sane length, without the space around it, which a header would lose, and cannot break a log line.
 */
public record CorrelationId(String text) {

    public static final String HEADER = "X-Correlation-Id";

    /** In the contract, and in the log's diagnostic context. */
    public static final String NAME = "correlation_id";

    private static final int LONGEST = 128;
    private static final int BYTES = 16;

    /** The first of the texts that says something, or a random one. */
    public static CorrelationId of(@Nullable String... sent) {
        for (String text : sent) {
            if (text != null && !text.isBlank()) {
                return new CorrelationId(SingleLine.of(text.strip(), LONGEST));
            }
        }
        return random();
    }

    public static CorrelationId random() {
        byte[] bits = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bits);
        return new CorrelationId(HexFormat.of().formatHex(bits));
    }

    /** The text as a header can carry it: what is not printable ASCII is percent-encoded. */
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
