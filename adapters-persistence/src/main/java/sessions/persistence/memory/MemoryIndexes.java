package sessions.persistence.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * Indexes of the sessions by id: newest first, newest first per user, active sessions by expiry, and closed sessions by
 * their close time.
 */
final class MemoryIndexes {

    /** The lowest session id. */
    private static final SessionId FIRST_ID = new SessionId("0".repeat(32));

    private final NavigableSet<Entry> all = newestFirstSet();
    private final ConcurrentMap<String, NavigableSet<Entry>> byUser = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> byExpiry = new ConcurrentSkipListSet<>(Entry.ORDER);
    private final NavigableSet<Entry> byClosing = new ConcurrentSkipListSet<>(Entry.ORDER);
    private final Consumer<SessionId> changed;

    /** @param changed receives the id of every session that is added, replaced or removed */
    MemoryIndexes(Consumer<SessionId> changed) {
        this.changed = changed;
    }

    void add(SessionV1 session) {
        changed.accept(session.id());
        Entry opened = opened(session);
        all.add(opened);
        byUser.compute(session.userId(), (user, present) -> {
            NavigableSet<Entry> entries = present == null ? newestFirstSet() : present;
            entries.add(opened);
            return entries;
        });
        byEnd(session).add(end(session));
    }

    /**
     * Updates the indexes after a change of an active session. Only its end can change. If the session is closed, its
     * close time is added before its expiry is removed, see {@link #ended}.
     */
    void replace(SessionV1 present, SessionV1 next) {
        changed.accept(next.id());
        if (next.active()) {
            byExpiry.remove(end(present));
            byExpiry.add(end(next));
        } else {
            byClosing.add(end(next));
            byExpiry.remove(end(present));
        }
    }

    void remove(SessionV1 session) {
        changed.accept(session.id());
        Entry opened = opened(session);
        all.remove(opened);
        byUser.computeIfPresent(session.userId(), (user, entries) -> {
            entries.remove(opened);
            return entries.isEmpty() ? null : entries;
        });
        byEnd(session).remove(end(session));
    }

    Stream<SessionId> oldestFirst() {
        return all.descendingSet().stream().map(Entry::id);
    }

    /** @param after the cursor after which to begin, or null for the start */
    Stream<SessionId> newestFirst(@Nullable SessionCursor after) {
        return after(after, all);
    }

    /** @param after the cursor after which to begin, or null for the start */
    Stream<SessionId> newestFirst(String userId, @Nullable SessionCursor after) {
        NavigableSet<Entry> entries = byUser.get(userId);
        return entries == null ? Stream.empty() : after(after, entries);
    }

    /**
     * Returns whether a session comes after a cursor in lists.
     *
     * @param after the cursor, or null for the start
     */
    static boolean isAfter(@Nullable SessionCursor after, SessionV1 session) {
        return after == null || Entry.ORDER.compare(opened(session), entry(after)) < 0;
    }

    private static Stream<SessionId> after(@Nullable SessionCursor after, NavigableSet<Entry> entries) {
        NavigableSet<Entry> rest = after == null
                ? entries
                : entries.tailSet(entry(after), false);
        return rest.stream().map(Entry::id);
    }

    /** Returns the active sessions that expire before a time, longest expired first. */
    Stream<SessionId> expiringBefore(Instant time) {
        return byExpiry.stream().takeWhile(entry -> entry.time().isBefore(time)).map(Entry::id);
    }

    /**
     * Returns the sessions that were closed or have expired before a time, expired ones first, each group in the order
     * of their end. A session that is closed concurrently may occur twice.
     *
     * @param now in whole milliseconds
     */
    Stream<SessionId> endedBefore(Instant time, Instant now) {
        Stream<SessionId> expired = expiringBefore(now.isBefore(time) ? now : time);
        return Stream.concat(expired,
                byClosing.stream().takeWhile(entry -> entry.time().isBefore(time)).map(Entry::id));
    }

    /** Returns the times of the sessions that were opened in a range. */
    Stream<Instant> opened(Instant from, Instant to) {
        return within(all.descendingSet(), from, to).map(Entry::time);
    }

    /**
     * Returns the times of the sessions that were closed or expired in a range. A session that is closed concurrently
     * is counted once, never missed.
     *
     * @param now in whole milliseconds
     */
    Stream<Instant> ended(Instant from, Instant to, Instant now) {
        Set<Entry> ended = new HashSet<>();
        within(byExpiry, from, now.isBefore(to) ? now : to).forEach(ended::add);
        within(byClosing, from, to).forEach(ended::add);
        return ended.stream().map(Entry::time);
    }

    private static Stream<Entry> within(NavigableSet<Entry> oldestFirst, Instant from, Instant to) {
        return oldestFirst.tailSet(new Entry(from, FIRST_ID)).stream().takeWhile(entry -> entry.time().isBefore(to));
    }

    private NavigableSet<Entry> byEnd(SessionV1 session) {
        return session.active() ? byExpiry : byClosing;
    }

    private static NavigableSet<Entry> newestFirstSet() {
        return new ConcurrentSkipListSet<>(Entry.ORDER.reversed());
    }

    private static Entry entry(SessionCursor cursor) {
        return new Entry(cursor.openTime(), cursor.id());
    }

    private static Entry opened(SessionV1 session) {
        return new Entry(session.openTime(), session.id());
    }

    private static Entry end(SessionV1 session) {
        Instant closed = session.closeTime();
        return new Entry(closed == null ? session.expiresAt() : closed, session.id());
    }

    private record Entry(Instant time, SessionId id) {
        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::time)
                .thenComparing(entry -> entry.id().value());
    }
}
