package sessions.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.ClosedBatch;
import sessions.domain.InvalidDataException;
import sessions.domain.SessionAdmin;
import sessions.domain.SessionCursor;
import sessions.domain.SessionFilter;
import sessions.domain.SessionStatistics;
import sessions.domain.SessionStore;

/** Operations on many sessions of a store, in bounded batches, at the clock's time. */
final class SessionAdminService implements SessionAdmin {

    private static final int BATCH = 500;

    private final SessionStore store;
    private final InstantSource clock;

    SessionAdminService(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public long closeSessions(String correlationId, SessionFilter filter) {
        SessionFilter active = activeOnly(filter);
        Instant now = clock.instant();
        long closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch batch = store.closeMatching(active, now, after, BATCH);
            closed += batch.closed();
            after = batch.next();
        } while (after != null);
        return closed;
    }

    @Override
    public ClosedBatch closeSomeSessions(String correlationId, SessionFilter filter, @Nullable SessionCursor after,
            int limit) {
        if (limit < 1) {
            throw InvalidDataException.of("limit", "must be at least 1");
        }
        return store.closeMatching(activeOnly(filter), clock.instant(), after, Math.min(limit, BATCH));
    }

    @Override
    public long countSessionsToClose(String correlationId, SessionFilter filter) {
        return store.count(activeOnly(filter), clock.instant());
    }

    @Override
    public SessionStatistics statistics(String correlationId, int hours) {
        if (hours < 1 || hours > SessionStatistics.MOST_HOURS) {
            throw InvalidDataException.of("hours",
                    "must be a whole number from 1 to " + SessionStatistics.MOST_HOURS);
        }
        Instant now = clock.instant();
        long active = store.count(SessionFilter.ALL.withActive(true), now);
        return new SessionStatistics(active, lastHours(hours, now));
    }

    private List<SessionStatistics.Hour> lastHours(int hours, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
        Map<Instant, SessionStatistics.Hour> counted = store.countByHour(from, hours, now).stream()
                .collect(Collectors.toMap(SessionStatistics.Hour::start, Function.identity()));
        return Stream.iterate(from, start -> start.plus(1, ChronoUnit.HOURS)).limit(hours)
                .map(start -> counted.getOrDefault(start, new SessionStatistics.Hour(start, 0, 0))).toList();
    }

    private static SessionFilter activeOnly(SessionFilter filter) {
        if (filter.isUnrestricted()) {
            throw InvalidDataException.of("filter",
                    "must restrict by something, such as user_id; for all sessions, give opened_to");
        }
        return filter.withActive(true);
    }
}
