package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;

/** Tests the life cycle of a session through the contract's port. */
public interface SessionsLifeCycleContract extends SessionsContract {

    @Test
    default void lifeCycleOfASession() {
        Instant opened = clock().instant();
        SessionV1 session = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        assertThat(session.openTime()).isEqualTo(opened);
        assertThat(get(session)).isEqualTo(session);

        clock().advance(Duration.ofMillis(1500));
        SessionV1 stored = sessions().storeSessionData(CORRELATION_ID, id(session), new Json("{\"n\":1}"))
                .orElseThrow();
        assertThat(stored.data()).isEqualTo(new Json("{\"n\":1}"));
        assertThat(stored.requestTime()).isEqualTo(opened.plusMillis(1500));
        assertThat(stored.version()).isEqualTo(2);
        assertThat(get(session)).isEqualTo(stored);

        SessionV1 updated = sessions().updateSessionUser(CORRELATION_ID, id(session), new Json("0")).orElseThrow();
        assertThat(updated.user()).isEqualTo(new Json("0"));
        assertThat(updated.data()).isEqualTo(stored.data());

        clock().advance(Duration.ofMillis(1));
        SessionV1 closed = sessions().closeSession(CORRELATION_ID, id(session)).orElseThrow();
        assertThat(closed.active()).isFalse();
        assertThat(closed.closeTime()).isEqualTo(clock().instant());
        assertThat(closed.data()).isNull();

        clock().advance(Duration.ofMillis(1));
        assertThat(sessions().closeSession(CORRELATION_ID, id(session))).contains(closed);
        assertThat(sessions().deleteSessionById(CORRELATION_ID, id(session))).contains(closed);
        assertThat(sessions().getSessionById(CORRELATION_ID, id(session))).isEmpty();
    }

    @Test
    default void readingDoesNotExtendTheExpiry() {
        SessionV1 session = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        clock().advance(HOUR);
        assertThat(get(session)).isEqualTo(session);
        clock().advance(Duration.ofMillis(1));
        assertThat(get(session).active()).isFalse();
        assertThat(get(session).closeTime()).isEqualTo(session.openTime().plus(HOUR));
    }

    @Test
    default void closedAndExpiredSessionsRejectContent() {
        SessionV1 closed = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        assertThat(sessions().closeSession(CORRELATION_ID, id(closed))).isPresent();
        SessionV1 expired = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        clock().advance(HOUR.plusMillis(1));
        for (SessionV1 session : new SessionV1[]{closed, expired}) {
            SessionV1 before = get(session);
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(() -> sessions().storeSessionData(CORRELATION_ID, id(session), new Json("1")));
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(() -> sessions().updateSessionUser(CORRELATION_ID, id(session), new Json("1")));
            assertThat(sessions().closeSession(CORRELATION_ID, id(session))).contains(before);
            assertThat(get(session)).isEqualTo(before);
        }
    }

    @Test
    default void closingExpiredSessionsIsNotVisible() {
        SessionV1 expired = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        clock().advance(HOUR.plusMillis(1));
        SessionV1 alive = sessions().openSession(CORRELATION_ID, Fixtures.opening("user"));
        SessionV1 before = get(expired);
        sessions().closeExpiredSessions(CORRELATION_ID);
        assertThat(get(expired)).isEqualTo(before);
        assertThat(get(alive)).isEqualTo(alive);
    }

    @Test
    default void unknownAndInvalidIdsAreAbsent() {
        for (String id : new String[]{"0123456789abcdef0123456789abcdef", "", "no-such-session", "\0", "\ud800",
                "' or 1=1 --", "../../etc/passwd", "x".repeat(10_000)}) {
            assertThat(sessions().getSessionById(CORRELATION_ID, id)).isEmpty();
            assertThat(sessions().storeSessionData(CORRELATION_ID, id, new Json("1"))).isEmpty();
            assertThat(sessions().updateSessionUser(CORRELATION_ID, id, new Json("1"))).isEmpty();
            assertThat(sessions().closeSession(CORRELATION_ID, id)).isEmpty();
            assertThat(sessions().deleteSessionById(CORRELATION_ID, id)).isEmpty();
        }
    }

    @Test
    default void textsThatAreTooLongAreRejected() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> sessions().openSession(CORRELATION_ID,
                        new SessionOpening("u".repeat(256), "n".repeat(1025), null, null, null, null)))
                .withMessageContaining("user_id").withMessageContaining("user_name");
    }

    private SessionV1 get(SessionV1 session) {
        return sessions().getSessionById(CORRELATION_ID, id(session)).orElseThrow();
    }

    private static String id(SessionV1 session) {
        return session.id().value();
    }
}
