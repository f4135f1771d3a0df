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
 * Ordered views of the sessions by id: newest first, newest first of one user, the active ones by their expiry and the
 * closed ones by their end.
 */
final class MemoryIndexes {

    /** None is before it. */
    private static final SessionId FIRST_ID = new SessionId("0".repeat(32));

    private final NavigableSet<Entry> all = newestFirstSet();
    private final ConcurrentMap<String, NavigableSet<Entry>> byUser = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> byExpiry = new ConcurrentSkipListSet<>(Entry.ORDER);
    private final NavigableSet<Entry> byClosing = new ConcurrentSkipListSet<>(Entry.ORDER);
    private final Consumer<SessionId> changed;

    /** @param changed is told of every session that is added, replaced or removed */
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
     * Follows a change of an active session; what it is listed by never changes, so only its end moves. Where it is closed,
     * that is there before its expiry goes, see {@link #ended}.
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

    /**
     * The sessions that ended before a time: were closed or have expired, the longest ended first of each. What is closed
     * while this looks may be met twice.
     *
     * @param now in whole milliseconds
     */
    Stream<SessionId> endedBefore(Instant time, Instant now) {
        Stream<SessionId> expired = expiringBefore(now.isBefore(time) ? now : time);
        return Stream.concat(expired,
                byClosing.stream().takeWhile(entry -> entry.time().isBefore(time)).map(Entry::id));
    }

    /** When the sessions of a range were opened. */
    Stream<Instant> opened(Instant from, Instant to) {
        return within(all.descendingSet(), from, to).map(Entry::time);
    }

    /**
     * When the sessions of a range ended that are closed or have expired. What is closed while this looks is met twice,
     * as the same entry, or once, but never missed.
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

    private static Entry placed(SessionCursor cursor) {
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
