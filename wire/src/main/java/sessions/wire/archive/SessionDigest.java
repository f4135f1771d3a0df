package sessions.wire.archive;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Sha256;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.wire.json.StrictJson;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A digest that is equal for equal copies of a session, regardless of where they are stored. It covers all fields and
 * the content, but ignores differences that stores may introduce: white space, escapes, and digits of numbers with the
 * same value. The order of members counts.
 */
public final class SessionDigest {

    /** Longer numbers are compared by their digits: computing with them would take too long. */
    private static final int MAX_NUMBER = 1000;

    private SessionDigest() {
    }

    /** Returns the SHA-256 of the session. */
    public static byte[] of(SessionV1 session) {
        String text = text(session);
        // Chars instead of an encoding, because encodings do not distinguish lone surrogates.
        ByteBuffer chars = ByteBuffer.allocate(text.length() * Character.BYTES);
        chars.asCharBuffer().put(text);
        return Sha256.begin().digest(chars.array());
    }

    private static String text(SessionV1 session) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            SessionJson.writeMembers(json, session, false);
            json.writeName("user");
            write(json, session.user());
            json.writeName("data");
            write(json, session.data());
            json.writeNumberProperty("version", session.version());
            json.writeStringProperty("expires_at", SessionJson.time(session.expiresAt()));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, @Nullable Json content) {
        if (content == null) {
            json.writeNull();
        } else {
            StrictJson.CONTENT.parse(content.text(), parser -> copy(parser, json));
        }
    }

    private static JsonGenerator copy(JsonParser parser, JsonGenerator json) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += depthOf(token);
            if (token.isNumeric()) {
                json.writeNumber(number(parser.getString()));
            } else {
                json.copyCurrentEvent(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
        return json;
    }

    private static int depthOf(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    private static String number(String digits) {
        if (digits.length() > MAX_NUMBER) {
            return digits;
        }
        try {
            return new BigDecimal(digits).stripTrailingZeros().toString();
        } catch (NumberFormatException exponentTooLarge) {
            return digits;
        }
    }
}
