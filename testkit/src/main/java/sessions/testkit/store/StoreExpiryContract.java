package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.model.TimeRange;

/** Tests that expired sessions are closed for every reader, before and after a sweep. */
public interface StoreExpiryContract extends StoreContract {

    Instant LAST = NOON.plus(HOUR);
    Instant AFTER = LAST.plusMillis(1);

    @Test
    default void sessionIsAliveUntilTheEndOfItsLastMillisecond() {
        SessionV1 session = inserted(NOON);
        assertThat(store().sessions().find(session.id(), LAST)).contains(session);
        assertThat(store().sessions().find(session.id(), AFTER)).contains(session.asOf(AFTER));
        SessionV1 touched = changed(
                store().sessions().change(session.id(), new SessionChange.Touch(LAST, null), ONE_HOUR));
        assertThat(touched.expiresAt()).isEqualTo(LAST.plus(HOUR));
    }

    @Test
    default void everyOperationTreatsTheWholeLastMillisecondAsAlive() {
        SessionV1 session = inserted(NOON);
        Instant within = LAST.plusNanos(999_999);
        assertThat(store().sessions().find(session.id(), within)).contains(session);
        assertThat(store().lists().list(activeIs(true), within, 0, 10)).containsExactly(session.withoutContent());
        assertThat(store().lists().list(activeIs(false), within, 0, 10)).isEmpty();
        assertThat(store().lists().count(activeIs(true), within)).isEqualTo(1);
        assertThat(store().closing().closeExpired(within, 1)).isEqualTo(new SweptBatch(0, false));
        changed(store().sessions().change(session.id(), new SessionChange.Touch(within, null), ONE_HOUR));
    }

    @Test
    default void expiredSessionIsReadAsClosedAndEmpty() {
        SessionV1 session = inserted(NOON);
        SessionV1 seen = store().sessions().find(session.id(), AFTER).orElseThrow();
        assertThat(seen.active()).isFalse();
        assertThat(seen.closeTime()).isEqualTo(LAST);
        assertThat(seen.requestTime()).isEqualTo(NOON);
        assertThat(seen.data()).isNull();
        assertThat(seen.user()).isNull();
        assertThat(seen.version()).isEqualTo(2);
    }

    @Test
    default void expiredSessionRejectsEveryChange() {
        SessionV1 session = inserted(NOON);
        ChangeOutcome closed = new ChangeOutcome.Closed(session.asOf(AFTER));
        assertThat(outcomes(session, AFTER)).containsOnly(closed);
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    default void sessionWithTheHighestVersionFailsNothing() {
        SessionV1 highest = withHighestVersion(session("user", NOON));
        SessionV1 other = withHighestVersion(session("other", NOON));
        assertThat(store().copies().insertMissing(List.of(highest, other, session("user", NOON)))).isEqualTo(3);
        assertThat(changed(store().sessions().change(highest.id(), new SessionChange.Touch(NOON, Long.MAX_VALUE),
                ONE_HOUR))).isEqualTo(highest);
        Instant later = NOON.plusSeconds(1);
        assertThat(store().closing().closeMatching(SessionFilter.ofUser("other"), later, null, 10).closed()).isOne();
        assertThat(store().sessions().find(other.id(), later)).hasValueSatisfying(
                closed -> assertThat(closed.closeTime()).isEqualTo(later));
        SessionV1 unswept = withHighestVersion(session("unswept", NOON));
        store().sessions().insert(unswept);
        changed(store().sessions().delete(unswept.id(), AFTER, Long.MAX_VALUE));
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(2, false));
        assertThat(store().lists().list(activeIs(false), AFTER, 0, 10)).hasSize(3);
        assertThat(store().sessions().find(highest.id(), NOON)).contains(highest.asOf(AFTER));
        changed(store().sessions().delete(highest.id(), AFTER, Long.MAX_VALUE));
    }

    private static SessionV1 withHighestVersion(SessionV1 session) {
        return new SessionV1(session.id(), session.userId(), null, true, session.openTime(), null,
                session.requestTime(), null, null, null, null, Long.MAX_VALUE, session.expiresAt());
    }

    @Test
    default void sweepIsNotVisibleToReaders() {
        List<SessionV1> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sessions.add(inserted(NOON.plus(Duration.ofMinutes(i))));
        }
        changed(store().sessions().change(sessions.get(3).id(), new SessionChange.Close(NOON.plus(HOUR), null),
                ONE_HOUR));
        Instant now = NOON.plus(HOUR).plus(Duration.ofMinutes(10));
        List<Object> before = everythingSeen(sessions, now);
        assertThat(sweepAll(now)).isEqualTo(9);
        assertThat(everythingSeen(sessions, now)).isEqualTo(before);
        assertThat(sweepAll(now)).isZero();
    }

    @Test
    default void deleteReturnsTheSameBeforeAndAfterASweep() {
        SessionV1 unswept = inserted(NOON);
        assertThat(changed(store().sessions().delete(unswept.id(), AFTER, null))).isEqualTo(unswept.asOf(AFTER));
        SessionV1 swept = inserted(NOON);
        assertThat(sweepAll(AFTER)).isEqualTo(1);
        assertThat(changed(store().sessions().delete(swept.id(), AFTER, null))).isEqualTo(swept.asOf(AFTER));
    }

    @Test
    default void deleteExpectsTheVersionAfterExpiry() {
        SessionV1 unswept = inserted(NOON);
        assertDeletedAsExpired(unswept);
        SessionV1 swept = inserted(NOON);
        assertThat(sweepAll(AFTER)).isEqualTo(1);
        assertDeletedAsExpired(swept);
        SessionV1 alive = inserted(NOON);
        assertThat(store().sessions().delete(alive.id(), LAST.plusNanos(999_999), 1L))
                .isEqualTo(new ChangeOutcome.Changed(alive));
    }

    private void assertDeletedAsExpired(SessionV1 session) {
        SessionV1 expired = session.asOf(AFTER);
        assertThat(store().sessions().delete(session.id(), AFTER, 1L)).isEqualTo(new ChangeOutcome.Stale(expired));
        assertThat(store().sessions().delete(session.id(), AFTER, 2L)).isEqualTo(new ChangeOutcome.Changed(expired));
    }

    @Test
    default void sweepClosesInBatches() {
        for (int i = 0; i < 25; i++) {
            inserted(NOON);
        }
        inserted(NOON.plusMillis(1));
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(10, true));
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(10, true));
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(5, false));
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(0, false));
        assertThat(store().lists().count(activeIs(true), AFTER)).isEqualTo(1);
    }

    @Test
    default void sweepAlsoClosesSessionsThatExpiredEarlier() {
        for (int i = 0; i < 25; i++) {
            inserted(NOON);
        }
        assertThat(store().closing().closeExpired(AFTER, 10)).isEqualTo(new SweptBatch(10, true));
        inserted(NOON.minus(HOUR));
        assertThat(sweepAll(AFTER)).isEqualTo(16);
    }

    @Test
    default void sweepDoesNotCloseTouchedSessions() {
        SessionV1 session = inserted(NOON);
        changed(store().sessions().change(session.id(), new SessionChange.Touch(LAST, null), ONE_HOUR));
        assertThat(sweepAll(AFTER)).isZero();
        assertThat(store().sessions().find(session.id(), AFTER).orElseThrow().active()).isTrue();
        assertThat(sweepAll(LAST.plus(HOUR).plusMillis(1))).isEqualTo(1);
    }

    private SessionV1 inserted(Instant openTime) {
        SessionV1 session = session("user", openTime);
        store().sessions().insert(session);
        return session;
    }

    private int sweepAll(Instant now) {
        int closed = 0;
        SweptBatch batch;
        do {
            batch = store().closing().closeExpired(now, 4);
            closed += batch.closed();
        } while (batch.more());
        return closed;
    }

    private List<Object> everythingSeen(List<SessionV1> sessions, Instant now) {
        List<Object> seen = new ArrayList<>();
        SessionFilter inTheHour = SessionFilter.ofUser("user").withActive(false)
                .withRequested(new TimeRange(NOON, NOON.plus(HOUR)));
        for (SessionFilter filter : List.of(SessionFilter.ALL, SessionFilter.ofUser("user"), activeIs(true),
                activeIs(false), inTheHour)) {
            seen.add(store().lists().list(filter, now, 0, 100));
            seen.add(store().lists().list(filter, now, 3, 4));
            seen.add(store().lists().count(filter, now));
        }
        for (SessionV1 session : sessions) {
            seen.add(store().sessions().find(session.id(), now));
            if (!session.asOf(now).active()) {
                seen.addAll(outcomes(session, now));
            }
        }
        return seen;
    }

    private List<ChangeOutcome> outcomes(SessionV1 session, Instant now) {
        Json json = new Json("1");
        return List
                .of(new SessionChange.StoreData(json, now, null), new SessionChange.UpdateUser(json, now, null),
                        new SessionChange.Touch(now, null), new SessionChange.Touch(now, HOUR, null),
                        new SessionChange.Close(now, null),
                        new SessionChange.Close(now, 1L))
                .stream().map(change -> store().sessions().change(session.id(), change, ONE_HOUR)).toList();
    }
}
