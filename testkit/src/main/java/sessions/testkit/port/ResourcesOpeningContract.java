package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sessions.domain.error.KeyReusedException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;

/** Tests opening with an idempotency key. */
public interface ResourcesOpeningContract extends ResourcesContract {

    IdempotencyKey KEY = new IdempotencyKey("key-1");

    @Test
    default void repetitionsOpenOneSession() {
        SessionV1 session = opened("user", KEY).orElseThrow();
        clock().advance(Duration.ofMinutes(1));
        assertThat(opened("user", KEY)).contains(session);
        assertThat(sessionsOf("user")).containsExactly(session.withoutContent());
        assertThat(opened("user", new IdempotencyKey("key-2")).orElseThrow().id()).isNotEqualTo(session.id());
        assertThat(opened("user").id()).isNotEqualTo(session.id());
        assertThat(sessionsOf("user")).hasSize(3);
    }

    @Test
    default void repetitionReturnsTheCurrentState() {
        SessionV1 session = opened("user", KEY).orElseThrow();
        SessionV1 stored = ports().resources()
                .storeData(CORRELATION_ID, session.id().value(), new Json("\"later\""), null).orElseThrow();
        assertThat(opened("user", KEY)).contains(stored);
        SessionV1 closed = ports().resources().close(CORRELATION_ID, session.id().value(), null).orElseThrow();
        assertThat(opened("user", KEY)).contains(closed);
    }

    @Test
    default void deletedSessionIsNotOpenedAgain() {
        SessionV1 session = opened("user", KEY).orElseThrow();
        assertThat(ports().resources().delete(CORRELATION_ID, session.id().value(), null)).isPresent();
        assertThat(opened("user", KEY)).isEmpty();
        assertThat(sessionsOf("user")).isEmpty();
    }

    @Test
    default void differentOpeningWithTheSameKeyIsRejected() {
        SessionV1 session = opened("user", KEY).orElseThrow();
        SessionOpening same = Fixtures.opening("user");
        for (SessionOpening other : List.of(Fixtures.opening("other"),
                new SessionOpening("user", null, same.address(), same.client(), same.user(), same.data()),
                new SessionOpening("user", same.userName(), same.client(), same.address(), same.user(), same.data()),
                new SessionOpening("user", same.userName(), same.address(), same.client(), same.data(), same.user()),
                new SessionOpening("user", same.userName(), same.address(), same.client(), same.user(),
                        new Json("[1,3]")))) {
            assertThatExceptionOfType(KeyReusedException.class)
                    .isThrownBy(() -> ports().resources().openSession(CORRELATION_ID, other, KEY));
        }
        assertThat(sessionsOf("user")).containsExactly(session.withoutContent());
        assertThat(sessionsOf("other")).isEmpty();
    }

    @Test
    default void keyCanBeReusedAfterTheWindow() {
        SessionV1 session = opened("user", KEY).orElseThrow();
        clock().advance(IDEMPOTENCY_WINDOW.minusMillis(1));
        assertThat(opened("user", KEY).orElseThrow().id()).isEqualTo(session.id());
        clock().advance(Duration.ofMillis(1));
        SessionV1 second = opened("user", KEY).orElseThrow();
        assertThat(second.id()).isNotEqualTo(session.id());
        ports().sessions().closeExpiredSessions(CORRELATION_ID);
        assertThat(opened("user", KEY)).contains(second);
    }

    private Optional<SessionV1> opened(String userId, IdempotencyKey key) {
        return ports().resources().openSession(CORRELATION_ID, Fixtures.opening(userId), key);
    }

    private List<SessionV1> sessionsOf(String userId) {
        return ports().resources().listSessions(CORRELATION_ID, SessionFilter.ofUser(userId), CursorPaging.FIRST)
                .sessions();
    }
}
