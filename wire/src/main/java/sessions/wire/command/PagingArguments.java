package sessions.wire.command;

import org.jspecify.annotations.Nullable;
import sessions.domain.model.Paging;
import sessions.wire.json.ArgumentReader;

/** Reads paging arguments. Numbers are rounded to the nearest integer; numbers that are too large are rejected. */
public final class PagingArguments {

    private static final int MAX = Integer.MAX_VALUE;
    private static final String AT_MOST = "must be at most " + MAX;

    private PagingArguments() {
    }

    public static Paging read(ArgumentReader paging) {
        Integer skip = integer(paging, "skip");
        Integer take = integer(paging, "take");
        return new Paging(skip == null ? 0 : skip, take, paging.flag("total"));
    }

    /** Returns paging from typed numbers; rejects a {@code skip} that is too large. */
    static Paging of(ArgumentReader arguments, long skip, int take, boolean total) {
        if (skip > MAX) {
            arguments.reject("paging.skip", AT_MOST);
        }
        return new Paging(skip, take, total);
    }

    private static @Nullable Integer integer(ArgumentReader paging, String name) {
        Double number = paging.number(name);
        if (number == null) {
            return null;
        }
        long rounded = Math.round(number);
        if (rounded > MAX) {
            paging.reject(name, AT_MOST);
            return null;
        }
        return (int) Math.max(rounded, Integer.MIN_VALUE);
    }
}
