package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** Tests lists by cursor. */
public interface StoreCursorContract extends StoreContract {

    Instant LATEST = NOON.plusSeconds(9);

    @Test
    default void pagesAreTheWholeListForEveryFilterAndLimit() {
        insertMixture(60);
        for (SessionFilter filter : filters()) {
            List<SessionV1> list = store().lists().list(filter, LATEST, 0, 1000);
            for (int limit : new int[]{1, 4, 7, 60, 100}) {
                assertThat(walk(filter, limit)).as("%s by %d", filter, limit).isEqualTo(list);
            }
        }
    }

    @Test
    default void sessionsOfOneInstantArePagedById() {
        List<SessionV1> sessions = IntStream.range(0, 50).mapToObj(_ -> inserted("user", NOON)).toList();
        List<SessionId> expected = sessions.stream().map(SessionV1::id)
                .sorted((a, b) -> b.value().compareTo(a.value())).toList();
        for (SessionFilter filter : List.of(SessionFilter.ALL, SessionFilter.ofUser("user"))) {
            assertThat(walk(filter, 3)).extracting(SessionV1::id).containsExactlyElementsOf(expected);
        }
    }

    @Test
    default void idsAreOrderedAsUnsignedNumbers() {
        List<SessionId> descending = List.of("ffffffffffffffffffffffffffffffff", "80000000000000000000000000000000",
                "7fffffffffffffffffffffffffffffff", "0000000000000000ffffffffffffffff",
                "00000000000000008000000000000000", "00000000000000000000000000000000").stream().map(SessionId::new)
                .toList();
        descending.reversed().forEach(id -> store().sessions().insert(withId(id, NOON)));
        for (SessionFilter filter : List.of(SessionFilter.ALL, SessionFilter.ofUser("user"))) {
            assertThat(walk(filter, 1)).extracting(SessionV1::id).containsExactlyElementsOf(descending);
        }
    }

    @Test
    default void cursorNeedNotBeAMatchingSession() {
        SessionV1 newer = inserted("user", NOON.plusMillis(2));
        SessionV1 older = inserted("user", NOON);
        SessionCursor between = new SessionCursor(NOON.plusMillis(1), SessionId.random());
        assertThat(ids(between, SessionFilter.ALL)).containsExactly(older.id());
        assertThat(ids(between, SessionFilter.ALL.withId(older.id().value()))).containsExactly(older.id());
        assertThat(ids(between, SessionFilter.ALL.withId(newer.id().value()))).isEmpty();
        assertThat(ids(SessionCursor.at(older), SessionFilter.ALL)).isEmpty();
        changed(store().sessions().delete(newer.id(), NOON, null));
        assertThat(ids(SessionCursor.at(newer), SessionFilter.ofUser("user"))).containsExactly(older.id());
    }

    @Test
    default void cursorMayBeOutsideTheTimeRange() {
        SessionV1 newer = inserted("user", NOON.plusMillis(2));
        SessionV1 older = inserted("user", NOON);
        SessionFilter both = SessionFilter.ALL.withOpened(new TimeRange(NOON, NOON.plusMillis(3)));
        SessionCursor before = new SessionCursor(NOON.plusSeconds(1), newer.id());
        SessionCursor after = new SessionCursor(NOON.minusMillis(1), newer.id());
        for (SessionFilter filter : List.of(both, both.withActive(true), userAndTimes(NOON, NOON.plusMillis(3)))) {
            assertThat(ids(before, filter)).containsExactly(newer.id(), older.id());
            assertThat(ids(new SessionCursor(NOON.plusMillis(3), newer.id()), filter)).hasSize(2);
            assertThat(ids(SessionCursor.at(newer), filter)).containsExactly(older.id());
            assertThat(ids(after, filter)).isEmpty();
        }
    }

    @Test
    default void pagesHaveSessionsAsOfTheTimeWithoutContent() {
        SessionV1 session = inserted("user", NOON);
        Instant expired = session.expiresAt().plusMillis(1);
        assertThat(store().lists().listAfter(null, SessionFilter.ALL, NOON, 1))
                .containsExactly(session.withoutContent());
        assertThat(store().lists().listAfter(null, SessionFilter.ALL, expired, 1))
                .containsExactly(session.asOf(expired));
        SessionCursor start = new SessionCursor(NOON.plusMillis(1), session.id());
        assertThat(store().lists().listAfter(start, SessionFilter.ALL, expired, 1))
                .containsExactly(session.asOf(expired));
        assertThat(store().lists().listAfter(start, Fixtures.activeIs(true), expired, 1)).isEmpty();
    }

    @Test
    default void pagesHaveEachPermanentSessionOnceDespiteOtherChanges() {
        List<SessionV1> permanent = IntStream.range(0, 300)
                .mapToObj(i -> session("staying", NOON.plusMillis(i % 40))).toList();
        store().copies().insertMissing(permanent);
        Set<SessionId> staying = permanent.stream().map(SessionV1::id).collect(Collectors.toSet());
        int writers = 8;
        CountDownLatch walking = new CountDownLatch(2);
        List<SessionId> ids = List.copyOf(staying);
        List<List<SessionId>> walks = Concurrently.run(writers + 2, i -> i < writers
                ? () -> writeWhile(walking, i % 2 == 0 ? store() : otherInstance(), ids)
                : () -> walkOnce(walking, i == writers ? SessionFilter.ALL : SessionFilter.ofUser("staying")));
        for (List<SessionId> walk : walks.subList(writers, writers + 2)) {
            assertThat(walk).doesNotHaveDuplicates().containsAll(staying);
        }
    }

    private List<SessionId> walkOnce(CountDownLatch walking, SessionFilter filter) {
        try {
            return walk(filter, 5).stream().map(SessionV1::id).toList();
        } finally {
            walking.countDown();
        }
    }

    /** Opens and deletes sessions between the permanent ones, and changes and closes the permanent ones. */
    private static List<SessionId> writeWhile(CountDownLatch walking, SessionStore store, List<SessionId> staying) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (walking.getCount() > 0) {
            SessionV1 passing = session(random.nextBoolean() ? "staying" : "passing",
                    NOON.plusMillis(random.nextInt(40)));
            store.sessions().insert(passing);
            SessionId one = staying.get(random.nextInt(staying.size()));
            store.sessions().change(one, new SessionChange.StoreData(new Json("1"), NOON.plusMillis(60), null),
                    ONE_HOUR);
            if (random.nextInt(10) == 0) {
                store.sessions().change(one, new SessionChange.Close(NOON.plusMillis(60), null), ONE_HOUR);
            }
            changed(store.sessions().delete(passing.id(), NOON, null));
        }
        return List.of();
    }

    private void insertMixture(int count) {
        for (int i = 0; i < count; i++) {
            SessionV1 session = inserted(i % 3 == 0 ? "a" : "b", NOON.plusMillis(i % 6));
            if (i % 4 == 0) {
                changed(store().sessions().change(session.id(), new SessionChange.Close(NOON.plusMillis(9 + i), null),
                        ONE_HOUR));
            }
        }
    }

    private static List<SessionFilter> filters() {
        SessionFilter ofB = SessionFilter.ofUser("b");
        TimeRange opened = new TimeRange(NOON.plusMillis(1), NOON.plusMillis(4));
        TimeRange requested = new TimeRange(NOON.plusMillis(2), NOON.plusMillis(40));
        return List.of(SessionFilter.ALL, ofB, SessionFilter.ofUser("nobody"), Fixtures.activeIs(true),
                Fixtures.activeIs(false), ofB.withActive(true), SessionFilter.ALL.withOpened(opened),
                ofB.withOpened(opened), SessionFilter.ALL.withOpened(new TimeRange(null, NOON.plusMillis(3))),
                ofB.withOpened(new TimeRange(NOON.plusMillis(3), null)), SessionFilter.ALL.withRequested(requested),
                ofB.withRequested(requested).withActive(false).withOpened(opened),
                new SessionFilter(null, "b", null, TimeRange.ALL, TimeRange.ALL, "192.168.0.7", "web", null),
                new SessionFilter(null, "b", null, TimeRange.ALL, TimeRange.ALL, null, "other", null));
    }

    private static SessionFilter userAndTimes(Instant from, Instant to) {
        return SessionFilter.ofUser("user").withOpened(new TimeRange(from, to));
    }

    private List<SessionV1> walk(SessionFilter filter, int limit) {
        List<SessionV1> all = new ArrayList<>();
        List<SessionV1> page;
        do {
            SessionCursor after = all.isEmpty() ? null : SessionCursor.at(all.getLast());
            page = store().lists().listAfter(after, filter, LATEST, limit);
            all.addAll(page);
        } while (page.size() == limit);
        return all;
    }

    private List<SessionId> ids(@Nullable SessionCursor after, SessionFilter filter) {
        return store().lists().listAfter(after, filter, LATEST, 100).stream().map(SessionV1::id).toList();
    }

    private SessionV1 inserted(String userId, Instant openTime) {
        SessionV1 session = session(userId, openTime);
        store().sessions().insert(session);
        return session;
    }

    private static SessionV1 withId(SessionId id, Instant openTime) {
        SessionV1 other = session("user", openTime);
        return new SessionV1(id, other.userId(), null, true, openTime, null, openTime, null, null, null, null, 1,
                other.expiresAt());
    }
}
