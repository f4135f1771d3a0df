package sessions.wire.resource;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.wire.json.ArgumentReader;

/** Cursors in requests and responses: opaque texts that need no escaping in URLs. */
public final class CursorToken {

    /** The name of the cursor in requests. */
    static final String FIELD = "cursor";

    private static final Pattern IN_LINK = Pattern.compile("[?&]" + FIELD + "=([A-Za-z0-9_-]+)[^>]*>; *rel=\"next\"");

    private static final int ID_BYTES = 16;
    /**
     * The end of the year 9999. Times after it, or as far before 1970, are invalid: computing with them could overflow.
     */
    private static final long LATEST = 253_402_300_799_999L;

    private static final int BYTES = Long.BYTES + ID_BYTES;

    private CursorToken() {
    }

    public static String of(SessionCursor cursor) {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(cursor.openTime().toEpochMilli())
                .put(HexFormat.of().parseHex(cursor.id().value())).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Parses the cursor that a caller sent. Returns empty if it is not valid. */
    public static Optional<SessionCursor> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        long openTime = ByteBuffer.wrap(bytes).getLong();
        if (openTime > LATEST || openTime < -LATEST) {
            return Optional.empty();
        }
        SessionId id = new SessionId(HexFormat.of().formatHex(bytes, Long.BYTES, BYTES));
        return Optional.of(new SessionCursor(Instant.ofEpochMilli(openTime), id));
    }

    /**
     * Returns the cursor of a link to the next page (RFC 8288).
     *
     * @throws InvalidDataException if it has no valid cursor
     */
    public static SessionCursor ofLink(String link) {
        Matcher matcher = IN_LINK.matcher(link);
        return (matcher.find() ? parse(matcher.group(1)) : Optional.<SessionCursor>empty())
                .orElseThrow(() -> InvalidDataException.of("Link", "must contain a cursor"));
    }

    /** Returns an optional cursor among arguments. */
    static @Nullable SessionCursor read(ArgumentReader arguments) {
        String text = arguments.text(FIELD);
        SessionCursor cursor = text == null ? null : parse(text).orElse(null);
        if (text != null && cursor == null) {
            arguments.reject(FIELD, "must be the next_cursor of an earlier response, unchanged");
        }
        return cursor;
    }
}
