package sessions.persistence.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.BulkRemoval;

/** Removes many sessions in memory. */
record MemoryBulkRemoval(SessionTable table) implements BulkRemoval {

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return removed(ended(before, now), limit, session -> hasEndedBefore(before, session.asOf(now)));
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return table.present(ended(before, now).distinct())
                .filter(session -> hasEndedBefore(before, session.asOf(now))).count();
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return removed(table.indexes().newestFirst(userId, null), limit, _ -> true);
    }

    private Stream<SessionId> ended(Instant before, Instant now) {
        return table.indexes().endedBefore(before, now.truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean hasEndedBefore(Instant time, SessionV1 session) {
        Instant end = session.closeTime();
        return end != null && end.isBefore(time);
    }

    /** Removes the first candidates that still exist and meet the condition, and returns how many. */
    private int removed(Stream<SessionId> candidates, int limit, Predicate<SessionV1> condition) {
        return (int) candidates.filter(id -> table.removeIf(id, condition)).limit(limit).count();
    }
}
