package sessions.wire.session;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes sessions and pages with exactly the contract's keys, in the contract's order. */
public final class SessionJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SessionJson() {
    }

    /** Returns a session with its content; {@code close_time} is present only if it is closed. */
    public static String of(SessionV1 session) {
        return written(json -> write(json, session, true));
    }

    /**
     * Returns a page. Its sessions have no {@code user} and {@code data}, and {@code total} is null if it was not
     * requested.
     */
    public static String of(SessionPage page) {
        return ofPage(page, (json, session) -> write(json, session, false));
    }

    /** Returns a page in the contract's form, with a custom writer for sessions. */
    public static String ofPage(SessionPage page, BiConsumer<JsonGenerator, SessionV1> writer) {
        return written(json -> {
            json.writeStartObject();
            json.writeName("total");
            if (page.total() == null) {
                json.writeNull();
            } else {
                json.writeNumber(page.total());
            }
            json.writeName("data").writeStartArray();
            page.data().forEach(session -> writer.accept(json, session));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Returns a time as in the contract: UTC with exactly three decimals, {@code 2020-01-31T08:05:00.123Z}. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /**
     * Returns the text of one value.
     *
     * @param writer writes the value
     */
    public static String written(Consumer<JsonGenerator> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(json);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, SessionV1 session, boolean withContent) {
        json.writeStartObject();
        writeMembers(json, session, withContent);
        json.writeEndObject();
    }

    /** Writes the contract's keys into an open object. */
    public static void writeMembers(JsonGenerator json, SessionV1 session, boolean withContent) {
        json.writeStringProperty("id", session.id().value());
        json.writeStringProperty("user_id", session.userId());
        json.writeStringProperty("user_name", session.userName());
        json.writeBooleanProperty("active", session.active());
        json.writeStringProperty("open_time", time(session.openTime()));
        json.writeStringProperty("request_time", time(session.requestTime()));
        json.writeStringProperty("address", session.address());
        json.writeStringProperty("client", session.client());
        if (withContent) {
            writeContent(json, "user", session.user());
            writeContent(json, "data", session.data());
        }
        if (session.closeTime() != null) {
            json.writeStringProperty("close_time", time(session.closeTime()));
        }
    }

    /** Writes a member with content, or null if there is none. */
    public static void writeContent(JsonGenerator json, String name, @Nullable Json content) {
        json.writeName(name);
        if (content == null) {
            json.writeNull();
        } else {
            json.writeRawValue(content.text());
        }
    }
}
