package sessions.persistence.jdbi;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** The removal of some rows: keys of candidates are looked up first, so that the statement that deletes is a small one. */
final class BoundedDelete {

    private BoundedDelete() {
    }

    /**
     * Removes rows up to a limit, looking again where another instance removed some of the same.
     *
     * @param find keys of candidates, so many at the most
     * @param delete deletes those of them that are there and still to be removed, and answers how many
     * @return how many were removed; fewer than the limit where none are left
     */
    static <K> int run(int limit, IntFunction<List<K>> find, ToIntFunction<List<K>> delete) {
        int removed = 0;
        List<K> keys;
        int wanted;
        do {
            wanted = limit - removed;
            keys = find.apply(wanted);
            removed += keys.isEmpty() ? 0 : delete.applyAsInt(keys);
        } while (keys.size() == wanted && removed < limit);
        return removed;
    }
}
