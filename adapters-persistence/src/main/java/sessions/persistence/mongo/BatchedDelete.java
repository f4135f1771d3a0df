package sessions.persistence.mongo;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.bson.BsonValue;

/**
 * Removes a limited number of documents: finds the ids of candidates first, so that the command that removes is small.
 */
final class BatchedDelete {

    private BatchedDelete() {
    }

    /**
     * Removes documents up to a limit. Searches again if not all candidates could be removed, because another instance
     * removed or changed them.
     *
     * @param find returns the ids of candidates, at most the given number
     * @param remove removes those that still match, and returns how many
     * @return how many were removed; fewer than the limit if none are left
     */
    static int run(int limit, IntFunction<List<BsonValue>> find, ToLongFunction<List<BsonValue>> remove) {
        int removed = 0;
        boolean more = true;
        while (more) {
            int wanted = limit - removed;
            List<BsonValue> ids = find.apply(wanted);
            int some = ids.isEmpty() ? 0 : (int) remove.applyAsLong(ids);
            removed += some;
            more = removed < limit && (ids.size() == wanted || some < ids.size());
        }
        return removed;
    }
}
