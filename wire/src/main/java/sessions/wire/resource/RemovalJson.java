package sessions.wire.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.RemovedBatch;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.ResponseReader;
import sessions.wire.session.SessionJson;

/** How requests that remove many sessions are answered. */
public final class RemovalJson {

    private static final String DELETED = "deleted";
    private static final String MORE = "more";

    private RemovalJson() {
    }

    /** How many of all were removed, or would be. */
    public static String of(long removed, boolean dryRun) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty(DELETED, removed);
            BatchLimit.writeDryRun(json, dryRun);
            json.writeEndObject();
        });
    }

    /** How many were removed, and whether there may be more to remove. */
    public static String ofBatch(long removed, boolean more) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty(DELETED, removed);
            json.writeBooleanProperty(MORE, more);
            json.writeEndObject();
        });
    }

    /**
     * How many sessions were removed, or would be.
     *
     * @throws sessions.domain.error.InvalidDataException where the body is no such answer
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static long removed(byte[] body) {
        return ResponseReader.of(body).count(DELETED);
    }

    /** One step of a removal, with the same refusals. */
    public static RemovedBatch batch(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new RemovedBatch(members.smallCount(DELETED), members.flag(MORE));
    }

    /**
     * How many sessions a query wants removed at the most, or null for all.
     *
     * @throws sessions.domain.error.InvalidDataException naming every parameter at fault, unknown ones too; repeated ones before all
     *             others
     */
    public static @Nullable Integer limit(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        Integer limit = BatchLimit.text(query);
        query.rejectUnknown();
        query.throwIfInvalid();
        return limit;
    }

    /** The parameters, by name, of a query for so many; of more than a step may touch, so many are asked for. */
    public static Map<String, String> query(int limit) {
        return Map.of(BatchLimit.FIELD, Integer.toString(Math.min(limit, BatchLimit.MAX)));
    }
}
