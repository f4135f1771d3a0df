package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to return, for walking through a list of any length.
 *
 * @param after the place behind which to go on, or null for the start
 * @param limit how many sessions to return at the most, positive; null for as many as the service allows
 * @param total whether to count all matches
 */
public record CursorPaging(@Nullable SessionCursor after, @Nullable Integer limit, boolean total) {

    /** The start of a list, not counted. */
    public static final CursorPaging FIRST = new CursorPaging(null, null, false);

    public CursorPaging {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("the limit is positive");
        }
    }

    /** How many sessions to return where the service allows {@code maxPageSize}. */
    public int limit(int maxPageSize) {
        return limit == null ? maxPageSize : Math.min(limit, maxPageSize);
    }
}
