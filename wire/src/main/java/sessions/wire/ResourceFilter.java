package sessions.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionFilter;
import sessions.domain.SessionText;
import sessions.domain.TimeRange;

/** Reads filters of resources, which lists and closing share. */
final class ResourceFilter {

    private ResourceFilter() {
    }

    /**
     * Reads what does not differ between requests. To be asked for the filter only where nothing was refused.
     *
     * @param userId whose sessions, or null for everyone's
     * @param active whether active, or null for all
     */
    static Supplier<SessionFilter> read(ArgumentReader conditions, @Nullable String userId, @Nullable Boolean active) {
        TimeRange opened = new TimeRange(conditions.time("opened_from"), conditions.time("opened_to"));
        TimeRange requested = new TimeRange(conditions.time("requested_from"), conditions.time("requested_to"));
        String address = conditions.text(SessionText.ADDRESS);
        String client = conditions.text(SessionText.CLIENT);
        return () -> new SessionFilter(null, userId, active, requested, opened, address, client, null);
    }
}
