package sessions.persistence.memory;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;

/**
 * Keeps sessions in the memory of the process, for tests and demos: they are gone when it ends.
 *
 * <p>Each change runs inside {@code compute} of the session's own entry, which makes it atomic, and the indexes are
 * kept in the same step. Opening, reading, changing and listing by user cost the same however many sessions there are.
 */
public final class MemorySessionStore implements SessionStore {

    /** Plays no part in closing. */
    private static final ExpiryPolicy ANY_EXPIRY = ExpiryPolicy.DEFAULT;

    private final ConcurrentMap<SessionId, SessionV1> sessions = new ConcurrentHashMap<>();
    private final MemoryIndexes indexes;
    private final MemoryIdempotencyRecords claims;

    public MemorySessionStore() {
        this(_ -> {
        }, _ -> {
        });
    }

    /**
     * @param changedSession is told of every session that is added, changed or removed
     * @param changedClaim is told the key of every claim that is set or removed
     */
    MemorySessionStore(Consumer<SessionId> changedSession, Consumer<String> changedClaim) {
        indexes = new MemoryIndexes(changedSession);
        claims = new MemoryIdempotencyRecords(changedClaim);
    }

    @Override
    public void insert(SessionV1 session) {
        sessions.compute(session.id(), (id, present) -> {
            if (present != null) {
                throw new IllegalArgumentException("there is a session " + id + " already");
            }
            indexes.add(session);
            return session;
        });
    }

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord claim, Instant now) {
        return claims.claim(claim, now, () -> insert(session));
    }

    @Override
    public int removeForgottenClaims(Instant now, int limit) {
        return claims.removeForgotten(now, limit);
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return Optional.ofNullable(sessions.get(id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        Holder<ChangeOutcome> outcome = new Holder<>(new ChangeOutcome.Missing());
        sessions.computeIfPresent(id, (key, present) -> {
            outcome.value = present.apply(change, expiry);
            return outcome.value instanceof ChangeOutcome.Changed(SessionV1 next) ? replaced(present, next) : present;
        });
        return outcome.value;
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return matching(null, filter, now).skip(skip).limit(limit).map(SessionV1::withoutContent).toList();
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return matching(after, filter, now).limit(limit).map(SessionV1::withoutContent).toList();
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return matching(null, filter, now).count();
    }

    @Override
    public List<SessionStatistics.Hour> countByHour(Instant from, int hours, Instant now) {
        Instant to = from.plus(hours, ChronoUnit.HOURS);
        return MemoryStatistics.of(indexes.opened(from, to), indexes.ended(from, to, now.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        List<SessionId> candidates = indexes.expiringBefore(now.truncatedTo(ChronoUnit.MILLIS)).limit(limit).toList();
        int closed = 0;
        for (SessionId id : candidates) {
            closed += closeIfExpired(id, now) ? 1 : 0;
        }
        return new SweptBatch(closed, candidates.size() == limit);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after,
            int limit) {
        List<SessionV1> candidates = matching(after, filter, now).filter(SessionV1::active).limit(limit).toList();
        SessionChange close = new SessionChange.Close(now, null);
        int closed = 0;
        for (SessionV1 candidate : candidates) {
            closed += closeIfMatching(candidate.id(), filter, close) ? 1 : 0;
        }
        return new ClosedBatch(closed, candidates.size() == limit ? SessionCursor.at(candidates.getLast()) : null);
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        Holder<ChangeOutcome> outcome = new Holder<>(new ChangeOutcome.Missing());
        sessions.computeIfPresent(id, (key, present) -> {
            outcome.value = present.deleted(now, expectedVersion);
            if (!(outcome.value instanceof ChangeOutcome.Changed)) {
                return present;
            }
            indexes.remove(present);
            return null;
        });
        return outcome.value;
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return matching(after, filter, now).limit(limit).toList();
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return present(ids.stream()).map(session -> session.asOf(now)).toList();
    }

    @Override
    public int insertMissing(List<SessionV1> added) {
        return (int) added.stream().filter(this::insertIfMissing).count();
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return removed(indexes.endedBefore(before, now.truncatedTo(ChronoUnit.MILLIS)), limit,
                session -> hasEndedBefore(before, session.asOf(now)));
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return present(indexes.endedBefore(before, now.truncatedTo(ChronoUnit.MILLIS)).distinct())
                .filter(session -> hasEndedBefore(before, session.asOf(now))).count();
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return removed(indexes.newestFirst(userId, null), limit, _ -> true);
    }

    @Override
    public void backUp(OutputStream out) {
        throw new NotSupportedException("There is no backup of a store in memory: its sessions end with the service");
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }

    /** Every session as it was last changed, whether or not it has expired since. */
    Stream<SessionV1> oldestFirst() {
        return present(indexes.oldestFirst());
    }

    MemoryIdempotencyRecords claims() {
        return claims;
    }

    @Nullable
    SessionV1 get(SessionId id) {
        return sessions.get(id);
    }

    /** Makes a session be as another store has it, whatever it was before; null where that has none. */
    void put(SessionId id, @Nullable SessionV1 next) {
        sessions.compute(id, (_, present) -> {
            if (present != null && next != null && present.active() && isListedAs(present, next)) {
                return replaced(present, next);
            }
            if (present != null) {
                indexes.remove(present);
            }
            if (next != null) {
                indexes.add(next);
            }
            return next;
        });
    }

    private static boolean isListedAs(SessionV1 present, SessionV1 next) {
        return present.userId().equals(next.userId()) && present.openTime().equals(next.openTime());
    }

    private boolean insertIfMissing(SessionV1 session) {
        Holder<Boolean> added = new Holder<>(false);
        sessions.computeIfAbsent(session.id(), _ -> {
            added.value = true;
            indexes.add(session);
            return session;
        });
        return added.value;
    }

    private static boolean hasEndedBefore(Instant time, SessionV1 session) {
        Instant end = session.closeTime();
        return end != null && end.isBefore(time);
    }

    /** Removes the first of the candidates that are still there and meet the condition, and answers how many. */
    private int removed(Stream<SessionId> candidates, int limit, Predicate<SessionV1> condition) {
        return (int) candidates.filter(id -> removeIf(id, condition)).limit(limit).count();
    }

    private boolean removeIf(SessionId id, Predicate<SessionV1> condition) {
        Holder<Boolean> removed = new Holder<>(false);
        sessions.computeIfPresent(id, (_, present) -> {
            removed.value = condition.test(present);
            if (!removed.value) {
                return present;
            }
            indexes.remove(present);
            return null;
        });
        return removed.value;
    }

    private boolean closeIfExpired(SessionId id, Instant now) {
        Holder<Boolean> closed = new Holder<>(false);
        sessions.computeIfPresent(id, (key, present) -> {
            closed.value = present.isExpired(now);
            return closed.value ? replaced(present, present.asOf(now)) : present;
        });
        return closed.value;
    }

    private boolean closeIfMatching(SessionId id, SessionFilter filter, SessionChange close) {
        Holder<Boolean> closed = new Holder<>(false);
        sessions.computeIfPresent(id, (key, present) -> {
            if (filter.matches(present.asOf(close.time()))
                    && present.apply(close, ANY_EXPIRY) instanceof ChangeOutcome.Changed(SessionV1 next)) {
                closed.value = true;
                return replaced(present, next);
            }
            return present;
        });
        return closed.value;
    }

    private SessionV1 replaced(SessionV1 present, SessionV1 next) {
        indexes.replace(present, next);
        return next;
    }

    private Stream<SessionV1> matching(@Nullable SessionCursor after, SessionFilter filter, Instant now) {
        return candidates(after, filter).map(session -> session.asOf(now)).filter(filter::matches);
    }

    private Stream<SessionV1> candidates(@Nullable SessionCursor after, SessionFilter filter) {
        if (filter.id() != null) {
            return present(filter.sessionId().stream()).filter(session -> MemoryIndexes.isBehind(after, session));
        }
        String userId = filter.userId();
        return present(userId == null ? indexes.newestFirst(after) : indexes.newestFirst(userId, after));
    }

    private Stream<SessionV1> present(Stream<SessionId> ids) {
        return ids.map(sessions::get).filter(Objects::nonNull);
    }

    /** Carries a result out of a {@code compute}; the map's own locking makes it safe. */
    private static final class Holder<T> {
        private T value;

        private Holder(T value) {
            this.value = value;
        }
    }
}
