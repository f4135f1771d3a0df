package sessions.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionV1Test {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final ExpiryPolicy POLICY = new ExpiryPolicy(Duration.ofHours(1), Duration.ofHours(3));
    private static final SessionOpening OPENING = new SessionOpening("user", "Name", "::1", "web", new Json("{}"),
            new Json("[1]"));

    private final SessionV1 session = SessionV1.open(OPENING, NOON.plusNanos(999_999), POLICY);

    @Test
    void newSessionIsActiveWithVersionOneAndWholeMilliseconds() {
        assertThat(session.active()).isTrue();
        assertThat(session.version()).isEqualTo(1);
        assertThat(session.openTime()).isEqualTo(NOON).isEqualTo(session.requestTime());
        assertThat(session.closeTime()).isNull();
        assertThat(session.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void deleteExpectsTheVersionThatCallersSee() {
        assertThat(session.deleted(NOON, 1L)).isEqualTo(session.deleted(NOON, null))
                .isEqualTo(new ChangeOutcome.Changed(session));
        assertThat(session.deleted(NOON, 2L)).isEqualTo(new ChangeOutcome.Stale(session));
        Instant late = session.expiresAt().plusMillis(1);
        assertThat(session.deleted(late, 1L)).isEqualTo(new ChangeOutcome.Stale(session.asOf(late)));
        assertThat(session.deleted(late, 2L)).isEqualTo(new ChangeOutcome.Changed(session.asOf(late)));
    }

    @Test
    void lifeCycleOfASession() {
        Instant stored = NOON.plusSeconds(60);
        SessionV1 withData = changed(session, new SessionChange.StoreData(new Json("2"), stored, 1L));
        assertThat(withData.data()).isEqualTo(new Json("2"));
        assertThat(withData.user()).isEqualTo(session.user());
        assertThat(withData.requestTime()).isEqualTo(stored);

        SessionV1 withUser = changed(withData, new SessionChange.UpdateUser(new Json("3"), stored.plusSeconds(1), 2L));
        assertThat(withUser.user()).isEqualTo(new Json("3"));
        assertThat(withUser.userName()).isEqualTo("Name");

        SessionV1 touched = changed(withUser, new SessionChange.Touch(stored.plusSeconds(2), 3L));
        assertThat(touched.expiresAt()).isEqualTo(stored.plusSeconds(2).plus(Duration.ofHours(1)));
        assertThat(touched.data()).isEqualTo(withUser.data());

        SessionV1 closed = changed(touched, new SessionChange.Close(stored.plusSeconds(3), 4L));
        assertThat(closed.active()).isFalse();
        assertThat(closed.closeTime()).isEqualTo(stored.plusSeconds(3)).isEqualTo(closed.requestTime());
        assertThat(closed.user()).isNull();
        assertThat(closed.data()).isNull();
        assertThat(closed.version()).isEqualTo(5);

        assertThat(closed.apply(new SessionChange.Close(stored.plusSeconds(4), null), POLICY))
                .isEqualTo(new ChangeOutcome.Closed(closed));
    }

    @Test
    void sessionExpiresAfterItsLastMillisecond() {
        Instant last = session.expiresAt();
        assertThat(session.asOf(last)).isSameAs(session);
        SessionV1 expired = session.asOf(last.plusMillis(1));
        assertThat(expired.active()).isFalse();
        assertThat(expired.closeTime()).isEqualTo(last);
        assertThat(expired.version()).isEqualTo(2);
        assertThat(expired.asOf(last.plusSeconds(99))).isSameAs(expired);
    }

    @Test
    void highestVersionStays() {
        SessionV1 highest = new SessionV1(session.id(), "user", null, true, NOON, null, NOON, null, null, null, null,
                Long.MAX_VALUE, NOON);
        assertThat(highest.asOf(NOON.plusMillis(1)).version()).isEqualTo(Long.MAX_VALUE);
        assertThat(changed(highest, new SessionChange.Touch(NOON, Long.MAX_VALUE)).version())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void absoluteLifetimeEndsEvenABusySession() {
        SessionV1 busy = session;
        for (int i = 1; i <= 4; i++) {
            busy = changed(busy, new SessionChange.Touch(NOON.plus(Duration.ofMinutes(40L * i)), null));
        }
        assertThat(busy.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void staleChangeChangesNothing() {
        assertThat(session.apply(new SessionChange.Touch(NOON, 2L), POLICY))
                .isEqualTo(new ChangeOutcome.Stale(session));
    }

    @Test
    void touchTooSoonChangesNothing() {
        SessionChange.Touch soon = new SessionChange.Touch(NOON.plusSeconds(59), Duration.ofMinutes(1), 1L);
        assertThat(session.apply(soon, POLICY)).isEqualTo(new ChangeOutcome.Unchanged(session));
        SessionChange.Touch due = new SessionChange.Touch(NOON.plusSeconds(60), Duration.ofMinutes(1), 1L);
        assertThat(changed(session, due).requestTime()).isEqualTo(NOON.plusSeconds(60));
        SessionChange.Touch stale = new SessionChange.Touch(NOON, Duration.ofMinutes(1), 2L);
        assertThat(session.apply(stale, POLICY)).isEqualTo(new ChangeOutcome.Stale(session));
    }

    @Test
    void touchNeverMovesTheRequestTimeBack() {
        SessionV1 touched = changed(session, new SessionChange.Touch(NOON.minusSeconds(1), null));
        assertThat(touched.requestTime()).isEqualTo(NOON);
        assertThat(touched.version()).isEqualTo(2);
    }

    @Test
    void invalidStatesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> copy(true, NOON, null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(false, null, null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(false, NOON, new Json("1"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(true, null, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> copy(false, NOON.plusNanos(1), null, 1));
    }

    @Test
    void textShowsNeitherIdNorContent() {
        SessionV1 secret = SessionV1.open(
                new SessionOpening("u-secret", null, null, null, null, new Json("\"d-secret\"")), NOON, POLICY);
        assertThat(secret.toString()).doesNotContain(secret.id().value()).doesNotContain("secret");
        assertThat(String.valueOf(secret.data())).doesNotContain("secret");
    }

    private SessionV1 copy(boolean active, @Nullable Instant closeTime, @Nullable Json data, long version) {
        return new SessionV1(session.id(), "user", null, active, NOON, closeTime, NOON, null, null, null, data, version,
                NOON);
    }

    private static SessionV1 changed(SessionV1 session, SessionChange change) {
        return ((ChangeOutcome.Changed) session.apply(change, POLICY)).session();
    }
}
