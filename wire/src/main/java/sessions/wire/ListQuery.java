package sessions.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.CursorPaging;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionText;

/** The query of a request for a list of sessions. */
public record ListQuery(SessionFilter filter, CursorPaging paging) {

    private static final Pattern LIMIT = Pattern.compile("0*[1-9]\\d{0,8}");

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
        Integer limit = limit(query);
        SessionCursor cursor = cursor(query);
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

    private static @Nullable Integer limit(ArgumentReader query) {
        String text = query.text("limit");
        if (text == null) {
            return null;
        }
        if (!LIMIT.matcher(text).matches()) {
            query.refuse("limit", "must be a whole number from 1 to 999999999");
            return null;
        }
        return Integer.valueOf(text);
    }

    private static @Nullable SessionCursor cursor(ArgumentReader query) {
        String text = query.text("cursor");
        SessionCursor cursor = text == null ? null : CursorText.parse(text).orElse(null);
        if (text != null && cursor == null) {
            query.refuse("cursor", "must be the cursor of an earlier page, unchanged");
        }
        return cursor;
    }
}
