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
 * A request to close all sessions that match, or one batch of them.
 *
 * @param filter selects the sessions
 * @param dryRun whether to only count them; not allowed with a batch
 * @param batch the batch to close, or null for all
 */
public record ClosingJson(SessionFilter filter, boolean dryRun, @Nullable Batch batch) {

    private static final String EXCEPT = "except";

    /**
     * One batch of sessions to close.
     *
     * @param limit the maximum number of sessions to close; greater numbers are sent as 10,000
     * @param after the {@code next_cursor} of the batch before, or null for the first
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
     * Reads the body of such a request. Nulls are rejected, because ignoring them would widen the filter.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown members
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
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
     * Returns the body of such a request, as {@link #read} reads it. Omits whether sessions are active, because only
     * active ones are closed.
     *
     * @throws sessions.domain.error.InvalidDataException if the filter has an id, which closing does not support
     */
    public String toJson() {
        ResourceFilter.requireSupported(filter, supported(),
                "user_id, times of opening and of the last request, address, client and except");
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

    private SessionFilter supported() {
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
            members.reject(CursorToken.FIELD, "requires limit");
        }
        BatchLimit.rejectDryRun(members, dryRun);
        return limit == null ? null : new Batch(limit, after);
    }
}
