package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;

/** Tests opening, reading, changing, closing and deleting one session. The aggregate defines the expected outcomes. */
public interface StoreLifeCycleContract extends StoreContract {

    Instant LATER = NOON.plusMillis(61_007);

    @Test
    default void insertedSessionIsReadUnchanged() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    default void sessionWithoutOptionalFieldsIsReadUnchanged() {
        SessionV1 session = SessionV1.open(new SessionOpening("user", null, null, null, null, null), NOON, ONE_HOUR);
        store().sessions().insert(session);
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    default void emptyTextsAreNotAbsent() {
        SessionV1 session = SessionV1.open(new SessionOpening("user", "", "", "", null, null), NOON, ONE_HOUR);
        store().sessions().insert(session);
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    @Test
    default void longTextsAndSupplementaryCharactersAreKept() {
        String longest = "😀".repeat(512);
        SessionOpening opening = new SessionOpening("ü".repeat(255), longest, longest, longest, null, null);
        SessionV1 session = SessionV1.open(opening, NOON, ONE_HOUR);
        store().sessions().insert(session);
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
        assertThat(store().lists().list(SessionFilter.ofUser("ü".repeat(255)), NOON, 0, 10)).hasSize(1);
    }

    @Test
    default void contentOfThreeMegabytesIsKept() {
        Json large = new Json('"' + "0123456789abcde ".repeat(200_000) + '"');
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 changed = changed(store().sessions().change(session.id(), storeData(large, LATER), ONE_HOUR));
        assertThat(changed.data()).isEqualTo(large);
        assertThat(store().sessions().find(session.id(), LATER)).contains(changed);
    }

    @Test
    default void unknownSessionIsAbsent() {
        SessionId unknown = SessionId.random();
        assertThat(store().sessions().find(unknown, NOON)).isEmpty();
        assertThat(store().sessions().delete(unknown, NOON, null)).isEqualTo(new ChangeOutcome.Missing());
        assertThat(store().sessions().change(unknown, new SessionChange.Close(NOON, null), ONE_HOUR))
                .isEqualTo(new ChangeOutcome.Missing());
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void changesHaveTheOutcomesOfTheAggregate() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 expected = session;
        for (SessionChange change : new SessionChange[]{storeData(new Json("{\"n\":1}"), LATER),
                new SessionChange.UpdateUser(new Json("false"), LATER.plusMillis(1), null),
                new SessionChange.Touch(LATER.plus(HOUR), null),
                new SessionChange.Close(LATER.plus(HOUR).plusMillis(5), null)}) {
            ChangeOutcome outcome = expected.apply(change, ONE_HOUR);
            assertThat(store().sessions().change(session.id(), change, ONE_HOUR)).isEqualTo(outcome);
            expected = changed(outcome);
            assertThat(store().sessions().find(session.id(), change.time())).contains(expected);
        }
    }

    @Test
    default void checkChangesNothing() {
        store().check();
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isZero();
    }

    @Test
    default void requestTimeNeverGoesBack() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        changed(store().sessions().change(session.id(), new SessionChange.Touch(LATER, null), ONE_HOUR));
        SessionV1 late = changed(store().sessions().change(session.id(), storeData(new Json("1"), NOON), ONE_HOUR));
        assertThat(late.requestTime()).isEqualTo(LATER);
        assertThat(late.expiresAt()).isEqualTo(LATER.plus(HOUR));
        SessionV1 closed = changed(
                store().sessions().change(session.id(), new SessionChange.Close(NOON, null), ONE_HOUR));
        assertThat(closed.closeTime()).isEqualTo(LATER);
    }

    @Test
    default void touchTooSoonChangesNothing() {
        Duration interval = Duration.ofSeconds(10);
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        for (Instant early : List.of(NOON.minus(HOUR), NOON, NOON.plusMillis(9_999), NOON.plusNanos(9_999_999_999L))) {
            assertThat(
                    store().sessions().change(session.id(), new SessionChange.Touch(early, interval, null), ONE_HOUR))
                    .as("at %s", early).isEqualTo(new ChangeOutcome.Unchanged(session));
        }
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
        SessionChange inTime = new SessionChange.Touch(NOON.plus(interval), interval, 1L);
        SessionV1 touched = changed(store().sessions().change(session.id(), inTime, ONE_HOUR));
        assertThat(touched).isEqualTo(changed(session.apply(inTime, ONE_HOUR)));
        assertThat(store().sessions().change(session.id(), inTime, ONE_HOUR))
                .isEqualTo(new ChangeOutcome.Stale(touched));
        SessionChange again = new SessionChange.Touch(NOON.plus(interval), interval, 2L);
        assertThat(store().sessions().change(session.id(), again, ONE_HOUR))
                .isEqualTo(new ChangeOutcome.Unchanged(touched));
    }

    @Test
    default void touchIntervalMayHaveNanoseconds() {
        Duration interval = Duration.ofNanos(1_500_000);
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        assertThat(store().sessions().change(session.id(), new SessionChange.Touch(NOON.plusMillis(1), interval, null),
                ONE_HOUR))
                .isEqualTo(new ChangeOutcome.Unchanged(session));
        changed(store().sessions().change(session.id(), new SessionChange.Touch(NOON.plusMillis(2), interval, null),
                ONE_HOUR));
    }

    @Test
    default void touchWithoutIntervalAlwaysCounts() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 touched = changed(
                store().sessions().change(session.id(), new SessionChange.Touch(NOON, null), ONE_HOUR));
        assertThat(touched.version()).isEqualTo(2);
        SessionV1 late = changed(
                store().sessions().change(session.id(), new SessionChange.Touch(NOON.minusMillis(5), null), ONE_HOUR));
        assertThat(late.requestTime()).isEqualTo(NOON);
        assertThat(late.version()).isEqualTo(3);
    }

    @Test
    default void absoluteLifetimeLimitsEveryExtension() {
        ExpiryPolicy policy = new ExpiryPolicy(HOUR, Duration.ofMinutes(90));
        SessionV1 session = SessionV1.open(Fixtures.opening("user"), NOON, policy);
        store().sessions().insert(session);
        SessionChange touch = new SessionChange.Touch(NOON.plus(HOUR), null);
        SessionV1 touched = changed(store().sessions().change(session.id(), touch, policy));
        assertThat(touched.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
        ExpiryPolicy shorter = new ExpiryPolicy(HOUR, Duration.ofMinutes(30));
        SessionV1 after = changed(store().sessions().change(session.id(), touch, shorter));
        assertThat(after.expiresAt()).isEqualTo(after.requestTime());
    }

    @Test
    default void closedSessionIsFinal() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 closed = changed(
                store().sessions().change(session.id(), new SessionChange.Close(LATER, null), ONE_HOUR));
        Instant evenLater = LATER.plusSeconds(1);
        for (SessionChange change : new SessionChange[]{storeData(new Json("1"), evenLater),
                new SessionChange.UpdateUser(new Json("1"), evenLater, null),
                new SessionChange.Touch(evenLater, null), new SessionChange.Close(evenLater, null),
                new SessionChange.Close(evenLater, 1L)}) {
            assertThat(store().sessions().change(session.id(), change, ONE_HOUR))
                    .isEqualTo(new ChangeOutcome.Closed(closed));
        }
        assertThat(store().sessions().find(session.id(), evenLater)).contains(closed);
    }

    @Test
    default void changeForADifferentVersionIsStale() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionChange fits = new SessionChange.StoreData(new Json("\"first\""), LATER, 1L);
        SessionV1 changed = changed(store().sessions().change(session.id(), fits, ONE_HOUR));
        assertThat(changed.version()).isEqualTo(2);
        for (SessionChange stale : new SessionChange[]{new SessionChange.StoreData(new Json("1"), LATER, 1L),
                new SessionChange.UpdateUser(new Json("1"), LATER, 3L), new SessionChange.Touch(LATER, 1L),
                new SessionChange.Close(LATER, 99L)}) {
            assertThat(store().sessions().change(session.id(), stale, ONE_HOUR))
                    .isEqualTo(new ChangeOutcome.Stale(changed));
        }
    }

    @Test
    default void deleteReturnsTheSessionOnce() {
        SessionV1 session = session("user", NOON);
        SessionV1 other = session("user", NOON);
        store().sessions().insert(session);
        store().sessions().insert(other);
        assertThat(store().sessions().delete(session.id(), NOON, null)).isEqualTo(new ChangeOutcome.Changed(session));
        assertThat(store().sessions().delete(session.id(), NOON, null)).isEqualTo(new ChangeOutcome.Missing());
        assertThat(store().sessions().find(session.id(), NOON)).isEmpty();
        assertThat(store().lists().list(SessionFilter.ALL, NOON, 0, 10)).containsExactly(other.withoutContent());
    }

    @Test
    default void deleteForTheCurrentVersionSucceeds() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 changed = changed(store().sessions().change(session.id(), storeData(new Json("1"), LATER), ONE_HOUR));
        for (long stale : new long[]{1, 3, Long.MAX_VALUE}) {
            assertThat(store().sessions().delete(session.id(), LATER, stale))
                    .isEqualTo(new ChangeOutcome.Stale(changed));
        }
        assertThat(store().sessions().find(session.id(), LATER)).contains(changed);
        assertThat(store().sessions().delete(session.id(), LATER, 2L)).isEqualTo(new ChangeOutcome.Changed(changed));
        assertThat(store().sessions().delete(session.id(), LATER, 2L)).isEqualTo(new ChangeOutcome.Missing());
    }

    @Test
    default void deleteForAVersionAppliesToClosedSessionsToo() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 closed = changed(
                store().sessions().change(session.id(), new SessionChange.Close(LATER, null), ONE_HOUR));
        Instant muchLater = LATER.plus(HOUR).plus(HOUR);
        assertThat(store().sessions().delete(session.id(), muchLater, 3L)).isEqualTo(new ChangeOutcome.Stale(closed));
        assertThat(store().sessions().delete(session.id(), muchLater, 2L)).isEqualTo(new ChangeOutcome.Changed(closed));
    }

    @Test
    default void otherInstanceSeesChanges() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        assertThat(otherInstance().sessions().find(session.id(), NOON)).contains(session);
        changed(otherInstance().sessions().change(session.id(), new SessionChange.Close(LATER, null), ONE_HOUR));
        assertThat(store().sessions().find(session.id(), LATER).orElseThrow().active()).isFalse();
    }

    private static SessionChange storeData(Json data, Instant time) {
        return new SessionChange.StoreData(data, time, null);
    }
}
