package sessions.wire.resource;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionText;
import sessions.wire.json.ArgumentReader;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/**
 * A request to close all sessions that match, or some of them.
 *
 * @param filter which sessions
 * @param dryRun whether to only count them; not for a step
 * @param batch which of them now, or null for all
 */
public record ClosingJson(SessionFilter filter, boolean dryRun, @Nullable Batch batch) {

    private static final String EXCEPT = "except";

    /**
     * One step of closing.
     *
     * @param limit how many sessions at the most, 1 to 10,000; of more, so many are asked for
     * @param after where the step before said that this one goes on, or null for the first
     */
    public record Batch(int limit, @Nullable SessionCursor after) {

        private void writeMembers(JsonGenerator json) {
            BatchLimit.write(json, limit);
            if (after != null) {
                json.writeStringProperty(CursorToken.FIELD, CursorToken.of(after));
            }
        }
    }

    /**
     * Reads the body of such a request. A null would silently widen what is closed, so it is refused.
     *
     * @throws sessions.domain.error.InvalidDataException naming every member at fault, unknown ones too
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static ClosingJson read(byte[] body) {
        ArgumentReader members = ArgumentReader.ofObject(body);
        Supplier<SessionFilter> filter = ResourceFilter.read(members, members.text(SessionText.USER_ID), null);
        SessionId except = except(members);
        boolean dryRun = BatchLimit.dryRun(members);
        Batch batch = batch(members, dryRun);
        members.rejectNulls();
        members.rejectUnknown();
        members.throwIfInvalid();
        return new ClosingJson(filter.get().withExcept(except), dryRun, batch);
    }

    /**
     * The body of such a request, as {@link #read} reads it. Whether sessions are active is left out: only those are closed.
     *
     * @throws sessions.domain.error.InvalidDataException where the filter asks for an id, which closing does not take
     */
    public String toJson() {
        ResourceFilter.requireCarried(filter, carried(),
                "user_id, times of opening and of the last request, address, client and a session to leave out");
        return SessionJson.written(json -> {
            json.writeStartObject();
            ResourceFilter.texts(filter).forEach(json::writeStringProperty);
            if (filter.except() != null) {
                json.writeStringProperty(EXCEPT, filter.except().value());
            }
            if (dryRun) {
                BatchLimit.writeDryRun(json, true);
            }
            if (batch != null) {
                batch.writeMembers(json);
            }
            json.writeEndObject();
        });
    }

    private SessionFilter carried() {
        return new SessionFilter(null, filter.userId(), filter.active(), filter.requested(), filter.opened(),
                filter.address(), filter.client(), filter.except());
    }

    private static @Nullable SessionId except(ArgumentReader members) {
        String text = members.text(EXCEPT);
        SessionId except = text == null ? null : SessionId.parse(text).orElse(null);
        if (text != null && except == null) {
            members.reject(EXCEPT, "must be a session id of 32 lower-case hexadecimal digits");
        }
        return except;
    }

    private static @Nullable Batch batch(ArgumentReader members, boolean dryRun) {
        Integer limit = BatchLimit.number(members);
        SessionCursor after = CursorToken.read(members);
        if (members.value(BatchLimit.FIELD) == null && members.value(CursorToken.FIELD) != null) {
            members.reject(CursorToken.FIELD, "can only be given together with limit");
        }
        BatchLimit.rejectDryRun(members, dryRun);
        return limit == null ? null : new Batch(limit, after);
    }
}
