package sessions.wire.resource;

import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/** Writes sessions as resources: the contract's keys, {@code version}, and {@code expires_at} while active. */
public final class ResourceJson {

    private ResourceJson() {
    }

    /** Returns a session with its content. */
    public static String of(SessionV1 session) {
        return SessionJson.written(json -> write(json, session, true));
    }

    /** Returns a session as in lists, without its content. */
    public static String ofListed(SessionV1 session) {
        return SessionJson.written(json -> write(json, session, false));
    }

    /**
     * Returns a page of a list. Its sessions have no {@code user} and {@code data}, {@code next_cursor} is null at the
     * end, and {@code total} is omitted if it was not requested.
     */
    public static String of(CursorPage page) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeName("data").writeStartArray();
            page.sessions().forEach(session -> write(json, session, false));
            json.writeEndArray();
            writeNext(json, page.next());
            if (page.total() != null) {
                json.writeNumberProperty("total", page.total());
            }
            json.writeEndObject();
        });
    }

    /** Returns a page in the contract's form, with sessions as resources but without {@code user} and {@code data}. */
    public static String of(SessionPage page) {
        return SessionJson.ofPage(page, (json, session) -> write(json, session, false));
    }

    /** Returns the number of sessions that were closed, or would be. */
    public static String ofClosing(long closed, boolean dryRun) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            writeClosed(json, closed, dryRun);
            json.writeEndObject();
        });
    }

    /** Returns the result of closing one batch; {@code next_cursor} is null after the last. */
    public static String of(ClosedBatch batch) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            writeClosed(json, batch.closed(), false);
            writeNext(json, batch.next());
            json.writeEndObject();
        });
    }

    private static void writeClosed(JsonGenerator json, long closed, boolean dryRun) {
        json.writeNumberProperty("closed", closed);
        json.writeBooleanProperty("dry_run", dryRun);
    }

    private static void writeNext(JsonGenerator json, @Nullable SessionCursor next) {
        json.writeStringProperty("next_cursor", next == null ? null : CursorToken.of(next));
    }

    private static void write(JsonGenerator json, SessionV1 session, boolean withContent) {
        json.writeStartObject();
        SessionJson.writeMembers(json, session, withContent);
        json.writeNumberProperty("version", session.version());
        if (session.active()) {
            json.writeStringProperty("expires_at", SessionJson.time(session.expiresAt()));
        }
        json.writeEndObject();
    }
}
