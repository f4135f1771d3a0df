package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list to return.
 *
 * @param skip how many sessions to leave out at the start; negative counts as 0
 * @param take how many sessions to return at the most; null or 0 for as many as the service allows, negative for none
 * @param total whether to count all matches
 */
public record Paging(long skip, @Nullable Integer take, boolean total) {

    /** The first page, not counted. */
    public static final Paging FIRST = new Paging(0, null, false);

    public Paging {
        skip = Math.max(skip, 0);
    }

    /** How many sessions to return where the service allows {@code maxPageSize}; 0 means an empty page. */
    public int limit(int maxPageSize) {
        if (take == null || take == 0) {
            return maxPageSize;
        }
        return Math.clamp(take, 0, maxPageSize);
    }
}
