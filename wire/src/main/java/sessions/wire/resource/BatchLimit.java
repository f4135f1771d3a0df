package sessions.wire.resource;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.CountReader;
import tools.jackson.core.JsonGenerator;

/** How many sessions one step of a request about many touches at the most. */
final class BatchLimit {

    static final String FIELD = "limit";

    /** So that no request goes on for long. */
    static final int MAX = 10_000;

    private static final String DRY_RUN = "dry_run";

    private BatchLimit() {
    }

    /** The optional member of a body, a JSON number; null for all in one request. */
    static @Nullable Integer number(ArgumentReader members) {
        return CountReader.number(members, FIELD, MAX);
    }

    /** The optional parameter of a query. */
    static @Nullable Integer text(ArgumentReader query) {
        return CountReader.text(query, FIELD, MAX);
    }

    /** Refuses a step that would only count, after both were read. */
    static void rejectDryRun(ArgumentReader members, boolean dryRun) {
        if (members.value(FIELD) != null && dryRun) {
            members.reject(DRY_RUN, "cannot be true together with limit, which takes a step");
        }
    }

    static boolean dryRun(ArgumentReader members) {
        return members.flag(DRY_RUN);
    }

    /** The members of a body; of more sessions than a step may touch, so many are asked for. */
    static void write(JsonGenerator json, int limit) {
        json.writeNumberProperty(FIELD, Math.min(limit, MAX));
    }

    static void writeDryRun(JsonGenerator json, boolean dryRun) {
        json.writeBooleanProperty(DRY_RUN, dryRun);
    }
}
