package sessions.wire.resource;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionText;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.CountReader;
import sessions.wire.json.JsonMembers;

/**
 * The query of a request for a list of sessions.
 *
 * @param filter selects the sessions
 * @param paging selects the page
 */
public record ListQuery(SessionFilter filter, CursorPaging paging) {

    private static final String LIMIT = "limit";

    /** More than the maximum page size of any service. */
    private static final int MAX_PAGE = 999_999_999;

    /**
     * Reads the parameters of a query.
     *
     * @param userId the user whose sessions are listed; null if the query may name one
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown parameters; if parameters are
     *         repeated, it names only those
     */
    public static ListQuery read(Map<String, List<String>> parameters, @Nullable String userId) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        String wantedUser = userId == null
                ? query.text(SessionText.USER_ID)
                : query.checked(SessionText.USER_ID, userId);
        Supplier<SessionFilter> filter = ResourceFilter.read(query, wantedUser, query.textFlag("active"));
        Integer limit = limit(query);
        SessionCursor cursor = CursorToken.read(query);
        boolean total = Boolean.TRUE.equals(query.textFlag("total"));
        query.rejectUnknown();
        query.throwIfInvalid();
        return new ListQuery(filter.get(), new CursorPaging(cursor, limit, total));
    }

    /**
     * Returns the parameters by name, as {@link #read} reads them.
     *
     * @throws sessions.domain.error.InvalidDataException if the filter has conditions that lists do not support: an id
     *         or an excluded session
     */
    public Map<String, String> parameters() {
        ResourceFilter.requireSupported(filter, supported(),
                "user_id, active, times of opening and of the last request, address and client");
        Map<String, String> parameters = ResourceFilter.texts(filter);
        if (filter.active() != null) {
            parameters.put("active", filter.active().toString());
        }
        put(parameters, paging);
        if (paging.total()) {
            parameters.put("total", "true");
        }
        return parameters;
    }

    /** Reads the page size from a query, null for the default. */
    static @Nullable Integer limit(ArgumentReader query) {
        return CountReader.text(query, LIMIT, MAX_PAGE);
    }

    /** Adds limit and cursor, if given. */
    static void put(Map<String, String> parameters, CursorPaging paging) {
        if (paging.limit() != null) {
            parameters.put(LIMIT, Integer.toString(Math.min(paging.limit(), MAX_PAGE)));
        }
        if (paging.after() != null) {
            parameters.put(CursorToken.FIELD, CursorToken.of(paging.after()));
        }
    }

    private SessionFilter supported() {
        return new SessionFilter(null, filter.userId(), filter.active(), filter.requested(), filter.opened(),
                filter.address(), filter.client(), null);
    }

    /**
     * Checks the parameters of a request that allows none.
     *
     * @throws sessions.domain.error.InvalidDataException naming all parameters
     */
    public static void requireNone(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        query.rejectUnknown();
        query.throwIfInvalid();
    }
}
