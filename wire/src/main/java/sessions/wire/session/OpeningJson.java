package sessions.wire.session;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionText;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonDocument;
import tools.jackson.core.JsonGenerator;

/** Reads and writes the arguments for opening a session. */
public final class OpeningJson {

    private OpeningJson() {
    }

    /**
     * Reads the body of a request for a new session.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown members
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static SessionOpening read(byte[] body) {
        ArgumentReader members = ArgumentReader.ofObject(body);
        Supplier<SessionOpening> opening = read(members);
        members.rejectUnknown();
        members.throwIfInvalid();
        return opening.get();
    }

    /**
     * Returns the body of a request for a new session.
     *
     * @throws sessions.domain.error.InvalidJsonException if the content is not JSON
     */
    public static String of(SessionOpening opening) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            writeMembers(json, opening);
            json.writeEndObject();
        });
    }

    /** Writes the members that are not null. */
    public static void writeMembers(JsonGenerator json, SessionOpening opening) {
        json.writeStringProperty(SessionText.USER_ID.field(), opening.userId());
        writeText(json, SessionText.USER_NAME, opening.userName());
        writeText(json, SessionText.ADDRESS, opening.address());
        writeText(json, SessionText.CLIENT, opening.client());
        writeContent(json, "user", opening.user());
        writeContent(json, "data", opening.data());
    }

    private static void writeText(JsonGenerator json, SessionText text, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(text.field(), value);
        }
    }

    private static void writeContent(JsonGenerator json, String name, @Nullable Json content) {
        if (content != null) {
            SessionJson.writeContent(json, name, JsonDocument.checked(content));
        }
    }

    /** Reads the arguments. Call the supplier only if nothing was rejected. */
    public static Supplier<SessionOpening> read(ArgumentReader arguments) {
        String userId = arguments.requiredText(SessionText.USER_ID);
        String userName = arguments.text(SessionText.USER_NAME);
        String address = arguments.text(SessionText.ADDRESS);
        String client = arguments.text(SessionText.CLIENT);
        @Nullable
        Json user = arguments.json("user");
        @Nullable
        Json data = arguments.json("data");
        return () -> new SessionOpening(userId, userName, address, client, user, data);
    }
}
