package sessions.application.observe;

import java.time.Instant;
import sessions.domain.port.driven.BulkRemoval;

/** Reports calls about bulk removal. */
record ObservedBulkRemoval(BulkRemoval port, StoreCalls calls) implements BulkRemoval {

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return calls.observed("remove_ended", () -> port.removeEnded(before, now, limit));
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return calls.observed("count_ended", () -> port.countEnded(before, now));
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return calls.observed("remove_of_user", () -> port.removeOfUser(userId, limit));
    }
}
