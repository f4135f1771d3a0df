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
 * What two copies of a session have in common, wherever they are kept: all its fields, and its content but for what a store
 * may write differently, which is white space, escapes, and the digits of numbers that have the same value. The order of
 * members counts.
 */
public final class SessionDigest {

    /** Beyond, digits are compared as they are: to compute with them would take too long. */
    private static final int MAX_NUMBER = 1000;

    private SessionDigest() {
    }

    /** SHA-256 of the session. */
    public static byte[] of(SessionV1 session) {
        String text = text(session);
        // The chars themselves, because no encoding tells lone surrogates apart.
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
        } catch (NumberFormatException exponentBeyondAll) {
            return digits;
        }
    }
}
