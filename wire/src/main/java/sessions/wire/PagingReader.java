package sessions.wire;

import org.jspecify.annotations.Nullable;
import sessions.domain.Paging;

/** Reads paging parameters: numbers are rounded to the nearest integer, and what no page can need is refused. */
final class PagingReader {

    private static final int LARGEST = Integer.MAX_VALUE;

    private PagingReader() {
    }

    static Paging read(ArgumentReader paging) {
        Integer skip = integer(paging, "skip");
        Integer take = integer(paging, "take");
        return new Paging(skip == null ? 0 : skip, take, paging.flag("total"));
    }

    private static @Nullable Integer integer(ArgumentReader paging, String name) {
        Double number = paging.number(name);
        if (number == null) {
            return null;
        }
        long rounded = Math.round(number);
        if (rounded > LARGEST) {
            paging.refuse(name, "must be at most " + LARGEST);
            return null;
        }
        return (int) Math.max(rounded, Integer.MIN_VALUE);
    }
}
