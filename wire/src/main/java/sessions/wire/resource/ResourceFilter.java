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

/** Reads and writes filters of resources, which lists and closing share. */
public final class ResourceFilter {

    private static final String OPENED_FROM = "opened_from";
    private static final String OPENED_TO = "opened_to";
    private static final String REQUESTED_FROM = "requested_from";
    private static final String REQUESTED_TO = "requested_to";

    private ResourceFilter() {
    }

    /**
     * Reads what does not differ between requests. To be asked for the filter only where nothing was refused.
     *
     * @param userId whose sessions, or null for everyone's
     * @param active whether active, or null for all
     */
    static Supplier<SessionFilter> read(ArgumentReader conditions, @Nullable String userId, @Nullable Boolean active) {
        TimeRange opened = new TimeRange(conditions.time(OPENED_FROM), conditions.time(OPENED_TO));
        TimeRange requested = new TimeRange(conditions.time(REQUESTED_FROM), conditions.time(REQUESTED_TO));
        String address = conditions.text(SessionText.ADDRESS);
        String client = conditions.text(SessionText.CLIENT);
        return () -> new SessionFilter(null, userId, active, requested, opened, address, client, null);
    }

    /** The conditions that {@link #read} reads, but for whether active, as texts by name; those that do not restrict are left out. */
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
     * Refuses a filter of which a request carries a part only: it would be about too many sessions.
     *
     * @param taken the conditions that the request carries, for the error
     * @throws InvalidDataException where the filter has others
     */
    public static void requireCarried(SessionFilter filter, SessionFilter carried, String taken) {
        if (!filter.equals(carried)) {
            throw InvalidDataException.of("filter",
                    "has conditions that this request does not take; it takes " + taken);
        }
    }

    /** A bound as it is sent, or null for none. */
    public static @Nullable String time(@Nullable Instant bound) {
        return bound == null ? null : SessionJson.time(bound);
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }
}
