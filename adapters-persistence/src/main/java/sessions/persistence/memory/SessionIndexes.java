package sessions.persistence.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionCursor;
import sessions.domain.SessionId;
import sessions.domain.SessionV1;

/** Ordered views of the sessions by id: newest first, newest first of one user, and the active ones by their expiry. */
final class SessionIndexes {

    private final NavigableSet<Entry> all = newestFirstSet();
    private final ConcurrentMap<String, NavigableSet<Entry>> byUser = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> byExpiry = new ConcurrentSkipListSet<>(Entry.ORDER);

    void add(SessionV1 session) {
        Entry opened = opened(session);
        all.add(opened);
        byUser.compute(session.userId(), (user, present) -> {
            NavigableSet<Entry> entries = present == null ? newestFirstSet() : present;
            entries.add(opened);
            return entries;
        });
        addExpiry(session);
    }

    /** Follows a change; what a session is listed by never changes, so only its expiry moves. */
    void replace(SessionV1 present, SessionV1 next) {
        byExpiry.remove(expiring(present));
        addExpiry(next);
    }

    void remove(SessionV1 session) {
        Entry opened = opened(session);
        all.remove(opened);
        byUser.computeIfPresent(session.userId(), (user, entries) -> {
            entries.remove(opened);
            return entries.isEmpty() ? null : entries;
        });
        byExpiry.remove(expiring(session));
    }

    /** @param after the place behind which to begin, or null for the start */
    Stream<SessionId> newestFirst(@Nullable SessionCursor after) {
        return behind(after, all);
    }

    /** @param after the place behind which to begin, or null for the start */
    Stream<SessionId> newestFirst(String userId, @Nullable SessionCursor after) {
        NavigableSet<Entry> entries = byUser.get(userId);
        return entries == null ? Stream.empty() : behind(after, entries);
    }

    /** @param after the place, or null for the start */
    static boolean isBehind(@Nullable SessionCursor after, SessionV1 session) {
        return after == null || Entry.ORDER.compare(opened(session), placed(after)) < 0;
    }

    private static Stream<SessionId> behind(@Nullable SessionCursor after, NavigableSet<Entry> entries) {
        NavigableSet<Entry> rest = after == null
                ? entries
                : entries.tailSet(placed(after), false);
        return rest.stream().map(Entry::id);
    }

    /** The active sessions whose last instant is before the time, the longest expired first. */
    Stream<SessionId> expiringBefore(Instant time) {
        return byExpiry.stream().takeWhile(entry -> entry.time().isBefore(time)).map(Entry::id);
    }

    private void addExpiry(SessionV1 session) {
        if (session.active()) {
            byExpiry.add(expiring(session));
        }
    }

    private static NavigableSet<Entry> newestFirstSet() {
        return new ConcurrentSkipListSet<>(Entry.ORDER.reversed());
    }

    private static Entry placed(SessionCursor cursor) {
        return new Entry(cursor.openTime(), cursor.id());
    }

    private static Entry opened(SessionV1 session) {
        return new Entry(session.openTime(), session.id());
    }

    private static Entry expiring(SessionV1 session) {
        return new Entry(session.expiresAt(), session.id());
    }

    private record Entry(Instant time, SessionId id) {
        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::time)
                .thenComparing(entry -> entry.id().value());
    }
}
