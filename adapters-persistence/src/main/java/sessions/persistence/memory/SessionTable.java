package sessions.persistence.memory;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * Holds sessions by id, with their indexes. Each change runs inside {@code compute} of the session's own entry, which
 * makes it atomic, and updates the indexes in the same step.
 */
final class SessionTable {

    private final ConcurrentMap<SessionId, SessionV1> sessions = new ConcurrentHashMap<>();
    private final MemoryIndexes indexes;

    /** @param changed receives the id of every session that is added, changed or removed */
    SessionTable(Consumer<SessionId> changed) {
        indexes = new MemoryIndexes(changed);
    }

    MemoryIndexes indexes() {
        return indexes;
    }

    void insert(SessionV1 session) {
        if (!insertIfMissing(session)) {
            throw new IllegalArgumentException("a session with id " + session.id() + " already exists");
        }
    }

    /** Adds a session unless one with the same id exists. Returns whether it was added. */
    boolean insertIfMissing(SessionV1 session) {
        Holder<Boolean> added = new Holder<>(false);
        sessions.computeIfAbsent(session.id(), _ -> {
            added.value = true;
            indexes.add(session);
            return session;
        });
        return added.value;
    }

    @Nullable
    SessionV1 get(SessionId id) {
        return sessions.get(id);
    }

    /**
     * Changes a session, if it exists.
     *
     * @param change returns what the session becomes, or null to leave it as it is
     * @return whether it was changed
     */
    boolean change(SessionId id, Function<SessionV1, @Nullable SessionV1> change) {
        Holder<Boolean> changed = new Holder<>(false);
        sessions.computeIfPresent(id, (_, present) -> {
            SessionV1 next = change.apply(present);
            if (next == null) {
                return present;
            }
            changed.value = true;
            indexes.replace(present, next);
            return next;
        });
        return changed.value;
    }

    /** Removes a session if it exists and meets the condition. Returns whether it was removed. */
    boolean removeIf(SessionId id, Predicate<SessionV1> condition) {
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

    /** Sets a session, replacing any previous one; null removes it. */
    void put(SessionId id, @Nullable SessionV1 next) {
        sessions.compute(id, (_, present) -> {
            if (present != null && next != null && present.active() && isListedAs(present, next)) {
                indexes.replace(present, next);
                return next;
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

    /** Returns every session as last changed, oldest first. */
    Stream<SessionV1> oldestFirst() {
        return present(indexes.oldestFirst());
    }

    /** Returns the sessions with these ids that exist. */
    Stream<SessionV1> present(Stream<SessionId> ids) {
        return ids.map(sessions::get).filter(Objects::nonNull);
    }

    /** Returns the sessions that match as of {@code now} after a cursor, or from the start of the list. */
    Stream<SessionV1> matching(@Nullable SessionCursor after, SessionFilter filter, Instant now) {
        return candidates(after, filter).map(session -> session.asOf(now)).filter(filter::matches);
    }

    private Stream<SessionV1> candidates(@Nullable SessionCursor after, SessionFilter filter) {
        if (filter.id() != null) {
            return present(filter.sessionId().stream()).filter(session -> MemoryIndexes.isAfter(after, session));
        }
        String userId = filter.userId();
        return present(userId == null ? indexes.newestFirst(after) : indexes.newestFirst(userId, after));
    }

    /** Carries a result out of {@code compute}. The map's locking makes it safe. */
    private static final class Holder<T> {

        private T value;

        private Holder(T value) {
            this.value = value;
        }
    }
}
