package sessions.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.CursorPaging;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionText;

/** The query of a request for a list of sessions. */
public record ListQuery(SessionFilter filter, CursorPaging paging) {

    private static final int MOST_ON_A_PAGE = 999_999_999;

    /**
     * Reads the parameters of a query.
     *
     * @param userId whose sessions, where that is not for the query to say; else null
     * @throws sessions.domain.InvalidDataException naming every parameter at fault, unknown ones too; repeated ones before all
     *             others
     */
    public static ListQuery read(Map<String, List<String>> parameters, @Nullable String userId) {
        ArgumentReader query = new ArgumentReader(Arguments.ofTexts(parameters));
        String wantedUser = userId == null
                ? query.text(SessionText.USER_ID)
                : query.checked(SessionText.USER_ID, userId);
        Supplier<SessionFilter> filter = ResourceFilter.read(query, wantedUser, query.textFlag("active"));
        Integer limit = CountReader.text(query, "limit", MOST_ON_A_PAGE);
        SessionCursor cursor = CursorText.read(query);
        boolean total = Boolean.TRUE.equals(query.textFlag("total"));
        query.refuseUnknown();
        query.throwIfInvalid();
        return new ListQuery(filter.get(), new CursorPaging(cursor, limit, total));
    }

    /**
     * Checks the parameters of a request that takes none.
     *
     * @throws sessions.domain.InvalidDataException naming each
     */
    public static void requireNone(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(Arguments.ofTexts(parameters));
        query.refuseUnknown();
        query.throwIfInvalid();
    }
}
