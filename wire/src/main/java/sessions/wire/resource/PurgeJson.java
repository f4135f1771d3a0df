package sessions.wire.resource;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.ArgumentReader;
import sessions.wire.session.SessionJson;

/**
 * A request to remove sessions that ended before a time.
 *
 * @param closedBefore the time; sessions that ended exactly then stay
 * @param dryRun whether to only count them; not allowed with a limit
 * @param limit the maximum number of sessions to remove in one batch, 1 to 10,000; null for all
 */
public record PurgeJson(Instant closedBefore, boolean dryRun, @Nullable Integer limit) {

    private static final String CLOSED_BEFORE = "closed_before";

    /**
     * Reads the body of such a request. Nulls are rejected, because ignoring them would widen the removal.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown members
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static PurgeJson read(byte[] body) {
        ArgumentReader members = ArgumentReader.ofObject(body);
        members.requireNamed(CLOSED_BEFORE);
        Instant closedBefore = members.time(CLOSED_BEFORE);
        boolean dryRun = BatchLimit.dryRun(members);
        Integer limit = BatchLimit.number(members);
        BatchLimit.rejectDryRun(members, dryRun);
        members.rejectNulls();
        members.rejectUnknown();
        members.throwIfInvalid();
        return new PurgeJson(Objects.requireNonNull(closedBefore), dryRun, limit);
    }

    /** Returns the body of such a request, as {@link #read} reads it. */
    public String toJson() {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeStringProperty(CLOSED_BEFORE, SessionJson.time(closedBefore));
            if (dryRun) {
                BatchLimit.writeDryRun(json, true);
            }
            if (limit != null) {
                BatchLimit.write(json, limit);
            }
            json.writeEndObject();
        });
    }
}
