package sessions.persistence.jdbi;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Removes a limited number of rows: finds the keys of candidates first, so that the delete statement is small. */
final class BoundedDelete {

    private BoundedDelete() {
    }

    /**
     * Removes rows up to a limit. Searches again if another instance removed some of the same rows.
     *
     * @param find returns the keys of candidates, at most the given number
     * @param delete deletes those that still exist and match, and returns how many
     * @return how many were removed; fewer than the limit if none are left
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
