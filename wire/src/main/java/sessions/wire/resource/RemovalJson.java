package sessions.wire.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.RemovedBatch;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.ResponseReader;
import sessions.wire.session.SessionJson;

/** Responses to requests that remove many sessions. */
public final class RemovalJson {

    private static final String DELETED = "deleted";
    private static final String MORE = "more";

    private RemovalJson() {
    }

    /** Returns the number of sessions that were removed, or would be. */
    public static String of(long removed, boolean dryRun) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty(DELETED, removed);
            BatchLimit.writeDryRun(json, dryRun);
            json.writeEndObject();
        });
    }

    /** Returns the number of sessions that were removed, and whether there may be more. */
    public static String ofBatch(long removed, boolean more) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty(DELETED, removed);
            json.writeBooleanProperty(MORE, more);
            json.writeEndObject();
        });
    }

    /**
     * Reads the number of sessions that were removed, or would be.
     *
     * @throws sessions.domain.error.InvalidDataException if the body is not such a response
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static long removed(byte[] body) {
        return ResponseReader.of(body).count(DELETED);
    }

    /** Reads one batch of a removal; throws the same exceptions. */
    public static RemovedBatch batch(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new RemovedBatch(members.smallCount(DELETED), members.flag(MORE));
    }

    /**
     * Reads the maximum number of sessions to remove from a query, null for all.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown parameters; if parameters are
     *         repeated, it names only those
     */
    public static @Nullable Integer limit(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        Integer limit = BatchLimit.text(query);
        query.rejectUnknown();
        query.throwIfInvalid();
        return limit;
    }

    /** Returns the parameters of a query with a limit, reduced to 10,000. */
    public static Map<String, String> query(int limit) {
        return Map.of(BatchLimit.FIELD, Integer.toString(Math.min(limit, BatchLimit.MAX)));
    }
}
