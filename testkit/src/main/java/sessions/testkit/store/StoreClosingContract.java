package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** Tests closing all sessions that match a filter. */
public interface StoreClosingContract extends StoreContract {

    Instant REVOKED = NOON.plusSeconds(30);

    @Test
    default void closingByFilterEqualsClosingEachSession() {
        SessionV1 one = inserted("user", NOON);
        SessionV1 touched = inserted("user", NOON.plusMillis(1));
        SessionChange ahead = new SessionChange.Touch(REVOKED.plusSeconds(5), null);
        SessionV1 requestedLater = changed(store().sessions().change(touched.id(), ahead, ONE_HOUR));
        SessionV1 other = inserted("other", NOON);
        assertThat(closeAll(SessionFilter.ofUser("user"), null, REVOKED)).isEqualTo(new ClosedBatch(2, null));
        SessionChange close = new SessionChange.Close(REVOKED, null);
        for (SessionV1 each : List.of(one, requestedLater)) {
            assertThat(store().sessions().find(each.id(), REVOKED)).contains(changed(each.apply(close, ONE_HOUR)));
        }
        assertThat(store().sessions().find(other.id(), REVOKED)).contains(other);
    }

    @Test
    default void excludedSessionStaysOpen() {
        SessionV1 kept = inserted("user", NOON.plusMillis(1));
        IntStream.range(0, 4).forEach(i -> inserted("user", NOON.plusMillis(i)));
        assertThat(closeAll(SessionFilter.ofUser("user"), kept.id(), REVOKED)).isEqualTo(new ClosedBatch(4, null));
        assertThat(store().lists().list(activeIs(true), REVOKED, 0, 10)).containsExactly(kept.withoutContent());
        assertThat(closeAll(SessionFilter.ofUser("user"), kept.id(), REVOKED)).isEqualTo(new ClosedBatch(0, null));
    }

    @Test
    default void batchesFollowTheOrderOfTheList() {
        List<SessionV1> sessions = IntStream.range(0, 25).mapToObj(i -> inserted("user", NOON.plusMillis(i % 3)))
                .toList();
        List<SessionV1> list = store().lists().list(SessionFilter.ALL, NOON, 0, 100);
        ClosedBatch first = store().closing().closeMatching(SessionFilter.ALL, REVOKED, null, 10);
        assertThat(first).isEqualTo(new ClosedBatch(10, SessionCursor.at(list.get(9))));
        assertThat(store().lists().count(activeIs(true), REVOKED)).isEqualTo(15);
        ClosedBatch second = store().closing().closeMatching(SessionFilter.ALL, REVOKED, first.next(), 10);
        assertThat(second).isEqualTo(new ClosedBatch(10, SessionCursor.at(list.get(19))));
        ClosedBatch third = store().closing().closeMatching(SessionFilter.ALL, REVOKED, second.next(), 10);
        assertThat(third).isEqualTo(new ClosedBatch(5, null));
        assertThat(store().lists().count(activeIs(false), REVOKED)).isEqualTo(sessions.size());
    }

    @Test
    default void excludedSessionDoesNotStopTheBatches() {
        SessionV1 older = inserted("user", NOON);
        SessionV1 kept = inserted("user", NOON.plusMillis(1));
        ClosedBatch first = store().closing().closeMatching(SessionFilter.ALL.withExcept(kept.id()), REVOKED, null, 1);
        assertThat(first).isEqualTo(new ClosedBatch(1, SessionCursor.at(older)));
        assertThat(store().closing().closeMatching(SessionFilter.ALL.withExcept(kept.id()), REVOKED, first.next(), 1))
                .isEqualTo(new ClosedBatch(0, null));
    }

    @Test
    default void onlySessionsThatMatchTheWholeFilterAreClosed() {
        SessionV1 wanted = with("192.168.0.7", "web", NOON.plusMillis(5));
        with("192.168.0.8", "web", NOON.plusMillis(5));
        with("192.168.0.7", "app", NOON.plusMillis(5));
        with(null, "web", NOON.plusMillis(5));
        with("192.168.0.7", "web", NOON.plusMillis(4));
        with("192.168.0.7", "web", NOON.plusMillis(6));
        SessionV1 used = with("192.168.0.7", "web", NOON.plusMillis(5));
        changed(store().sessions().change(used.id(), new SessionChange.Touch(NOON.plusMillis(6), null), ONE_HOUR));
        TimeRange instant = new TimeRange(NOON.plusMillis(5), NOON.plusMillis(6));
        SessionFilter filter = new SessionFilter(null, "user", null, instant, instant, "192.168.0.7", "web", null);
        assertThat(closeAll(filter, null, REVOKED)).isEqualTo(new ClosedBatch(1, null));
        assertThat(store().lists().list(activeIs(false), REVOKED, 0, 10)).extracting(SessionV1::id)
                .containsExactly(wanted.id());
    }

    @Test
    default void closedAndExpiredSessionsAreNotChanged() {
        SessionV1 expired = inserted("user", NOON);
        SessionV1 alive = inserted("user", NOON.plusMillis(1));
        SessionV1 closed = changed(
                store().sessions().change(inserted("user", NOON).id(), new SessionChange.Close(NOON, null),
                        ONE_HOUR));
        Instant now = expired.expiresAt().plusMillis(1);
        assertThat(closeAll(SessionFilter.ALL, null, now)).isEqualTo(new ClosedBatch(1, null));
        assertThat(store().sessions().find(expired.id(), now)).contains(expired.asOf(now));
        assertThat(store().sessions().find(closed.id(), now)).contains(closed);
        assertThat(store().sessions().find(alive.id(), now).orElseThrow().closeTime()).isEqualTo(now);
        assertThat(store().closing().closeExpired(now, 10).closed()).as("left to the sweep").isEqualTo(1);
    }

    @Test
    default void filterForClosedSessionsClosesNothing() {
        inserted("user", NOON);
        assertThat(closeAll(activeIs(false), null, REVOKED)).isEqualTo(new ClosedBatch(0, null));
        assertThat(closeAll(activeIs(true), null, REVOKED)).isEqualTo(new ClosedBatch(1, null));
    }

    @Test
    default void filterMayHaveAnId() {
        SessionV1 session = inserted("user", NOON);
        SessionV1 other = inserted("user", NOON);
        assertThat(closeAll(SessionFilter.ALL.withId(session.id().value()), null, REVOKED).closed()).isEqualTo(1);
        assertThat(closeAll(SessionFilter.ALL.withId("not an id"), null, REVOKED))
                .isEqualTo(new ClosedBatch(0, null));
        assertThat(store().sessions().find(other.id(), REVOKED)).contains(other);
    }

    @Test
    default void concurrentClosingsCloseEachSessionOnce() {
        int count = 300;
        List<SessionV1> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(session("user", NOON.plusMillis(i % 7)));
        }
        store().copies().insertMissing(sessions);
        int closers = 4;
        List<Integer> closed = Concurrently.run(closers + 4, i -> {
            SessionStore store = i % 2 == 0 ? store() : otherInstance();
            return i < closers
                    ? () -> closeInBatches(store, SessionFilter.ofUser("user"))
                    : () -> touchAll(store, i % 4 < 2 ? sessions : sessions.reversed());
        });
        assertThat(closed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        assertThat(store().lists().count(activeIs(true), REVOKED)).isZero();
        for (SessionV1 session : store().lists().list(SessionFilter.ALL, REVOKED, 0, count)) {
            assertThat(session.closeTime()).isEqualTo(session.requestTime());
        }
    }

    private static int closeInBatches(SessionStore store, SessionFilter filter) {
        int closed = 0;
        SessionCursor after = null;
        do {
            ClosedBatch batch = store.closing().closeMatching(filter, REVOKED, after, 40);
            closed += batch.closed();
            after = batch.next();
        } while (after != null);
        return closed;
    }

    private static int touchAll(SessionStore store, List<SessionV1> sessions) {
        for (SessionV1 session : sessions) {
            store.sessions().change(session.id(), new SessionChange.Touch(REVOKED.plusMillis(1), null), ONE_HOUR);
        }
        return 0;
    }

    private ClosedBatch closeAll(SessionFilter filter, @Nullable SessionId except, Instant now) {
        return store().closing().closeMatching(filter.withExcept(except), now, null, 100);
    }

    private SessionV1 inserted(String userId, Instant openTime) {
        SessionV1 session = session(userId, openTime);
        store().sessions().insert(session);
        return session;
    }

    private SessionV1 with(@Nullable String address, String client, Instant openTime) {
        SessionV1 session = SessionV1.open(new SessionOpening("user", null, address, client, null, null), openTime,
                ONE_HOUR);
        store().sessions().insert(session);
        return session;
    }
}
