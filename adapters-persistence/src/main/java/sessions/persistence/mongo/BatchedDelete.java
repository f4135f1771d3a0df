package sessions.persistence.mongo;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.bson.BsonValue;

/** The removal of some documents: candidates are looked up first, so that the command that removes is a small one. */
final class BatchedDelete {

    private BatchedDelete() {
    }

    /**
     * Removes up to a limit, looking again where not all that was found could be removed: another instance was faster, or
     * a document changed meanwhile.
     *
     * @param find ids of candidates, so many at the most
     * @param remove removes those that are still to be removed, and answers how many
     * @return how many were removed; fewer than the limit where none are left
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
