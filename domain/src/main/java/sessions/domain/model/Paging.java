package sessions.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a list by offset.
 *
 * @param skip the number of sessions to skip at the start; negative counts as 0
 * @param take the maximum number of sessions to return; null or 0 for the service's maximum, negative for none
 * @param total whether to count all matches
 */
public record Paging(long skip, @Nullable Integer take, boolean total) {

    /** The first page, without a count. */
    public static final Paging FIRST = new Paging(0, null, false);

    public Paging {
        skip = Math.max(skip, 0);
    }

    /** Returns the page size if the service allows at most {@code maxPageSize}; 0 means an empty page. */
    public int limit(int maxPageSize) {
        if (take == null || take == 0) {
            return maxPageSize;
        }
        return Math.clamp(take, 0, maxPageSize);
    }
}
