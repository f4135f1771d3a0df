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
 * Writes the arguments of commands as {@link SessionCommands} reads them. They request extended sessions, which
 * {@link sessions.wire.resource.ResourceResponse} can read.
 */
public final class CommandArguments {

    /** Arguments of a command that has none. */
    public static final String NONE = "{}";

    private CommandArguments() {
    }

    /**
     * Returns arguments of {@code open_session}.
     *
     * @throws sessions.domain.error.InvalidJsonException if the content is not JSON
     */
    public static String ofOpening(SessionOpening opening, IdempotencyKey requestId) {
        return written(json -> {
            OpeningJson.writeMembers(json, opening);
            json.writeStringProperty(SessionCommands.REQUEST_ID, requestId.value());
        });
    }

    /** Returns arguments of a command with only a session id. */
    public static String ofSession(String sessionId) {
        return ofChange(sessionId, null);
    }

    /**
     * Returns arguments of {@code close_session} and {@code delete_session_by_id}.
     *
     * @param version the expected version, or null for any
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
     * Returns arguments of {@code store_session_data} and {@code update_session_user}.
     *
     * @param name the content's name, {@code data} or {@code user}
     * @throws sessions.domain.error.InvalidJsonException if the content is not JSON
     */
    public static String ofContent(String sessionId, String name, Json content) {
        return written(json -> {
            json.writeStringProperty(SessionCommands.SESSION_ID, sessionId);
            SessionJson.writeContent(json, name, JsonDocument.checked(content));
        });
    }

    /**
     * Returns arguments of {@code get_sessions}.
     *
     * @throws sessions.domain.error.InvalidDataException if the filter has conditions that this command does not
     *         support
     */
    public static String ofList(SessionFilter filter, Paging paging) {
        ResourceFilter.requireSupported(filter, supported(filter),
                "id, user_id, active and the time of the last request");
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

    private static SessionFilter supported(SessionFilter filter) {
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
