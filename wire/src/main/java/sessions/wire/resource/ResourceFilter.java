package sessions.wire.resource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionText;
import sessions.domain.model.TimeRange;
import sessions.wire.json.ArgumentReader;
import sessions.wire.session.SessionJson;

/** Reads and writes the filters of resources, for lists and closing. */
public final class ResourceFilter {

    private static final String OPENED_FROM = "opened_from";
    private static final String OPENED_TO = "opened_to";
    private static final String REQUESTED_FROM = "requested_from";
    private static final String REQUESTED_TO = "requested_to";

    private ResourceFilter() {
    }

    /**
     * Reads the conditions that are the same in all requests. Call the supplier only if nothing was rejected.
     *
     * @param userId the user, or null for all
     * @param active whether sessions are active, or null for all
     */
    static Supplier<SessionFilter> read(ArgumentReader conditions, @Nullable String userId, @Nullable Boolean active) {
        TimeRange opened = new TimeRange(conditions.time(OPENED_FROM), conditions.time(OPENED_TO));
        TimeRange requested = new TimeRange(conditions.time(REQUESTED_FROM), conditions.time(REQUESTED_TO));
        String address = conditions.text(SessionText.ADDRESS);
        String client = conditions.text(SessionText.CLIENT);
        return () -> new SessionFilter(null, userId, active, requested, opened, address, client, null);
    }

    /**
     * Returns the conditions that {@link #read} reads, except {@code active}, as texts by name; omits those that do not
     * restrict.
     */
    static Map<String, String> texts(SessionFilter filter) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, SessionText.USER_ID.field(), filter.userId());
        put(texts, OPENED_FROM, time(filter.opened().from()));
        put(texts, OPENED_TO, time(filter.opened().to()));
        put(texts, REQUESTED_FROM, time(filter.requested().from()));
        put(texts, REQUESTED_TO, time(filter.requested().to()));
        put(texts, SessionText.ADDRESS.field(), filter.address());
        put(texts, SessionText.CLIENT.field(), filter.client());
        return texts;
    }

    /**
     * Rejects a filter with conditions that a request does not support. Omitting them would select too many sessions.
     *
     * @param supported the filter without unsupported conditions
     * @param names the supported conditions, for the error
     * @throws InvalidDataException if the filter has other conditions
     */
    public static void requireSupported(SessionFilter filter, SessionFilter supported, String names) {
        if (!filter.equals(supported)) {
            throw InvalidDataException.of("filter",
                    "has conditions that this request does not support; supported are " + names);
        }
    }

    /** Returns a bound as text, or null for none. */
    public static @Nullable String time(@Nullable Instant bound) {
        return bound == null ? null : SessionJson.time(bound);
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }
}
