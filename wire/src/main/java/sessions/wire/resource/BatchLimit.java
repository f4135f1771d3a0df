package sessions.wire.resource;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.CountReader;
import tools.jackson.core.JsonGenerator;

/** The maximum number of sessions per batch, in requests that close or remove many sessions. */
final class BatchLimit {

    static final String FIELD = "limit";

    /** Limits the duration of a request. */
    static final int MAX = 10_000;

    private static final String DRY_RUN = "dry_run";

    private BatchLimit() {
    }

    /** Reads the optional member of a body, a JSON number; null for all sessions in one request. */
    static @Nullable Integer number(ArgumentReader members) {
        return CountReader.number(members, FIELD, MAX);
    }

    /** Reads the optional parameter of a query. */
    static @Nullable Integer text(ArgumentReader query) {
        return CountReader.text(query, FIELD, MAX);
    }

    /** Rejects a batch that is also a dry run. Call it after reading both. */
    static void rejectDryRun(ArgumentReader members, boolean dryRun) {
        if (members.value(FIELD) != null && dryRun) {
            members.reject(DRY_RUN, "cannot be true together with limit");
        }
    }

    static boolean dryRun(ArgumentReader members) {
        return members.flag(DRY_RUN);
    }

    /** Writes the limit, reduced to {@link #MAX}. */
    static void write(JsonGenerator json, int limit) {
        json.writeNumberProperty(FIELD, Math.min(limit, MAX));
    }

    static void writeDryRun(JsonGenerator json, boolean dryRun) {
        json.writeBooleanProperty(DRY_RUN, dryRun);
    }
}
