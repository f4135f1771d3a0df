package sessions.rest;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import sessions.wire.OneLine;

/**
 * Ties together what logs and errors say about one request. The caller's own where it sent one: the query parameter
 * {@code correlation_id} wins over the header of that name (both the contract's), and that over {@code
 * X-Correlation-Id}. It is cut to a sane length, without the space around it, which a header would lose, and cannot break a
 * log line.
 */
record CorrelationId(String text) {

    static final String HEADER = "X-Correlation-Id";

    static final String NAME = "correlation_id";
    private static final int LONGEST = 128;
    private static final int BYTES = 16;

    static CorrelationId of(Context ctx) {
        String sent = given(ctx.queryParam(NAME), ctx.header(NAME), ctx.header(HEADER));
        return sent == null ? random() : new CorrelationId(OneLine.of(sent, LONGEST));
    }

    /** The first that says something. */
    private static @Nullable String given(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    static CorrelationId random() {
        byte[] bits = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bits);
        return new CorrelationId(HexFormat.of().formatHex(bits));
    }

    /** The text as a header can carry it: what is not printable ASCII is percent-encoded. */
    String headerValue() {
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
