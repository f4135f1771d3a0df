package sessions.persistence.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;

/** Closes many sessions in memory. */
record MemoryBulkClosing(SessionTable table) implements BulkClosing {

    /** Closing does not depend on the expiry policy. */
    private static final ExpiryPolicy ANY_EXPIRY = ExpiryPolicy.DEFAULT;

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        List<SessionId> candidates = table.indexes().expiringBefore(now.truncatedTo(ChronoUnit.MILLIS)).limit(limit)
                .toList();
        int closed = 0;
        for (SessionId id : candidates) {
            closed += table.change(id, present -> present.isExpired(now) ? present.asOf(now) : null) ? 1 : 0;
        }
        return new SweptBatch(closed, candidates.size() == limit);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        List<SessionV1> candidates = table.matching(after, filter, now).filter(SessionV1::active).limit(limit).toList();
        SessionChange close = new SessionChange.Close(now, null);
        int closed = 0;
        for (SessionV1 candidate : candidates) {
            closed += table.change(candidate.id(), present -> closed(present, filter, close)) ? 1 : 0;
        }
        return new ClosedBatch(closed, candidates.size() == limit ? SessionCursor.at(candidates.getLast()) : null);
    }

    private static @Nullable SessionV1 closed(SessionV1 present, SessionFilter filter, SessionChange close) {
        return filter.matches(present.asOf(close.time()))
                && present.apply(close, ANY_EXPIRY) instanceof ChangeOutcome.Changed(SessionV1 next) ? next : null;
    }
}
