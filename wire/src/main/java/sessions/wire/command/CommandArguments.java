package sessions.wire.command;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.TimeRange;
import sessions.wire.json.JsonDocument;
import sessions.wire.resource.ResourceFilter;
import sessions.wire.session.OpeningJson;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the arguments of commands as {@link SessionCommands} reads them. Sessions are asked for extended, as {@link
 * sessions.wire.resource.ResourceResponse} reads them.
 */
public final class CommandArguments {

    /** Of a command that takes none. */
    public static final String NONE = "{}";

    private CommandArguments() {
    }

    /**
     * Of {@code open_session}.
     *
     * @throws sessions.domain.error.InvalidJsonException where the content is no JSON
     */
    public static String ofOpening(SessionOpening opening, IdempotencyKey requestId) {
        return written(json -> {
            OpeningJson.writeMembers(json, opening);
            json.writeStringProperty(SessionCommands.REQUEST_ID, requestId.value());
        });
    }

    /** Of a command that only takes a session. */
    public static String ofSession(String sessionId) {
        return ofChange(sessionId, null);
    }

    /**
     * Of {@code close_session} and {@code delete_session_by_id}.
     *
     * @param version the version to expect, or null for any
     */
    public static String ofChange(String sessionId, @Nullable Long version) {
        return written(json -> {
            json.writeStringProperty(SessionCommands.SESSION_ID, sessionId);
            if (version != null) {
                json.writeNumberProperty(SessionCommands.VERSION, version);
            }
        });
    }

    /**
     * Of {@code store_session_data} and {@code update_session_user}.
     *
     * @param name which content, {@code data} or {@code user}
     * @throws sessions.domain.error.InvalidJsonException where the content is no JSON
     */
    public static String ofContent(String sessionId, String name, Json content) {
        return written(json -> {
            json.writeStringProperty(SessionCommands.SESSION_ID, sessionId);
            SessionJson.writeContent(json, name, JsonDocument.checked(content));
        });
    }

    /**
     * Of {@code get_sessions}.
     *
     * @throws sessions.domain.error.InvalidDataException naming the conditions that this command does not have
     */
    public static String ofList(SessionFilter filter, Paging paging) {
        ResourceFilter.requireCarried(filter, carried(filter), "id, user_id, active and the time of the last request");
        return written(json -> {
            json.writeName("filter").writeStartObject();
            json.writeStringProperty("id", filter.id());
            json.writeStringProperty("user_id", filter.userId());
            if (filter.active() != null) {
                json.writeBooleanProperty("active", filter.active());
            }
            json.writeStringProperty("from_time", ResourceFilter.time(filter.requested().from()));
            json.writeStringProperty("to_time", ResourceFilter.time(filter.requested().to()));
            json.writeEndObject();
            writePaging(json, paging);
        });
    }

    private static SessionFilter carried(SessionFilter filter) {
        return new SessionFilter(filter.id(), filter.userId(), filter.active(), filter.requested(), TimeRange.ALL, null,
                null, null);
    }

    private static void writePaging(JsonGenerator json, Paging paging) {
        json.writeName("paging").writeStartObject();
        json.writeNumberProperty("skip", paging.skip());
        if (paging.take() != null) {
            json.writeNumberProperty("take", paging.take());
        }
        json.writeBooleanProperty("total", paging.total());
        json.writeEndObject();
    }

    private static String written(Consumer<JsonGenerator> members) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeBooleanProperty(SessionForm.EXTENDED_FLAG, true);
            json.writeEndObject();
        });
    }
}
