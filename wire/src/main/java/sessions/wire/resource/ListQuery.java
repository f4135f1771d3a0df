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
 * @param filter which sessions
 * @param paging which part of the list
 */
public record ListQuery(SessionFilter filter, CursorPaging paging) {

    private static final String LIMIT = "limit";

    /** More than any service puts on a page. */
    private static final int MAX_PAGE = 999_999_999;

    /**
     * Reads the parameters of a query.
     *
     * @param userId whose sessions, where that is not for the query to say; else null
     * @throws sessions.domain.error.InvalidDataException naming every parameter at fault, unknown ones too; repeated ones before all
     *             others
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
     * The parameters by name, as {@link #read} reads them.
     *
     * @throws sessions.domain.error.InvalidDataException where the filter has conditions that no list takes: an id, or a session to leave
     *             out
     */
    public Map<String, String> parameters() {
        ResourceFilter.requireCarried(filter, carried(),
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

    /** How many sessions a query wants on a page, null for as many as there are usually. */
    static @Nullable Integer limit(ArgumentReader query) {
        return CountReader.text(query, LIMIT, MAX_PAGE);
    }

    /** Puts limit and place; those that are not given are left out. */
    static void put(Map<String, String> parameters, CursorPaging paging) {
        if (paging.limit() != null) {
            parameters.put(LIMIT, Integer.toString(Math.min(paging.limit(), MAX_PAGE)));
        }
        if (paging.after() != null) {
            parameters.put(CursorToken.FIELD, CursorToken.of(paging.after()));
        }
    }

    private SessionFilter carried() {
        return new SessionFilter(null, filter.userId(), filter.active(), filter.requested(), filter.opened(),
                filter.address(), filter.client(), null);
    }

    /**
     * Checks the parameters of a request that takes none.
     *
     * @throws sessions.domain.error.InvalidDataException naming each
     */
    public static void requireNone(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        query.rejectUnknown();
        query.throwIfInvalid();
    }
}
