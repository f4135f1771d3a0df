package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a list by cursor, for lists of any length.
 *
 * @param after the page starts after this cursor; null for the start of the list
 * @param limit the maximum number of sessions to return, positive; null for the service's maximum
 * @param total whether to count all matches
 */
public record CursorPaging(@Nullable SessionCursor after, @Nullable Integer limit, boolean total) {

    /** The first page, without a count. */
    public static final CursorPaging FIRST = new CursorPaging(null, null, false);

    public CursorPaging {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit must be positive");
        }
    }

    /** Returns the limit, reduced to {@code maxPageSize} if it is greater or null. */
    public int limit(int maxPageSize) {
        return limit == null ? maxPageSize : Math.min(limit, maxPageSize);
    }
}
