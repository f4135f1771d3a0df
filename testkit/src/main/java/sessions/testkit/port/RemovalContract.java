package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionV1;

/** Tests purging and erasing sessions. */
public interface RemovalContract extends ResourcesContract {

    @Test
    default void sessionsThatEndedBeforeATimeArePurged() {
        SessionV1 closed = closed(opened("user"));
        SessionV1 expired = opened("user");
        clock().advance(HOUR);
        SessionV1 active = opened("user");
        clock().advance(Duration.ofMillis(1));
        Instant expiredAt = expired.expiresAt();
        assertThat(ports().admin().countSessionsToPurge(CORRELATION_ID, expiredAt)).isEqualTo(1);
        assertThat(ports().admin().purgeSessions(CORRELATION_ID, expiredAt)).isEqualTo(1);
        assertThat(exists(closed)).isFalse();
        assertThat(present(expired).active()).isFalse();
        assertThat(ports().admin().countSessionsToPurge(CORRELATION_ID, expiredAt.plusMillis(1))).isEqualTo(1);
        assertThat(ports().admin().purgeSessions(CORRELATION_ID, expiredAt.plusMillis(1))).isEqualTo(1);
        assertThat(exists(expired)).isFalse();
        assertThat(present(active)).isEqualTo(active);
        assertThat(ports().admin().purgeSessions(CORRELATION_ID, clock().instant().plus(HOUR))).isZero();
        assertThat(present(active)).isEqualTo(active);
    }

    @Test
    default void batchesPurgeAllSessions() {
        for (int i = 0; i < 5; i++) {
            closed(opened("user"));
        }
        clock().advance(HOUR);
        Instant now = clock().instant();
        assertThat(ports().admin().purgeBatch(CORRELATION_ID, now, 3)).isEqualTo(new RemovedBatch(3, true));
        assertThat(ports().admin().purgeBatch(CORRELATION_ID, now, 3)).isEqualTo(new RemovedBatch(2, false));
        assertThat(ports().admin().purgeBatch(CORRELATION_ID, now, 3)).isEqualTo(new RemovedBatch(0, false));
    }

    @Test
    default void allSessionsOfAUserAreErased() {
        SessionV1 closed = closed(opened("user"));
        SessionV1 expired = opened("user");
        clock().advance(HOUR.plusMillis(1));
        SessionV1 active = opened("user");
        SessionV1 other = opened("other");
        assertThat(ports().admin().eraseSessions(CORRELATION_ID, "user")).isEqualTo(3);
        assertThat(exists(closed)).isFalse();
        assertThat(exists(expired)).isFalse();
        assertThat(exists(active)).isFalse();
        assertThat(present(other)).isEqualTo(other);
        assertThat(ports().admin().eraseSessions(CORRELATION_ID, "user")).isZero();
    }

    @Test
    default void severalBatchesAreErasedForAnyUserId() {
        String strange = "Zoë/../%41 ?#+&;\"\\😀";
        openedMany(strange);
        assertThat(ports().admin().eraseBatch(CORRELATION_ID, strange, 1)).isEqualTo(new RemovedBatch(1, true));
        assertThat(ports().admin().eraseSessions(CORRELATION_ID, strange)).isEqualTo(MANY - 1);
        assertThat(ports().admin().eraseBatch(CORRELATION_ID, strange, 1)).isEqualTo(new RemovedBatch(0, false));
    }

    @Test
    default void userIdsThatLookLikePathsAreAccepted() {
        for (String user : new String[]{".", "..", "a/b", "/", "a;b", "%2F", " "}) {
            SessionV1 session = opened(user);
            assertThat(ports().admin().exportSessions(CORRELATION_ID, user, CursorPaging.FIRST).sessions())
                    .containsExactly(session);
            assertThat(ports().admin().eraseSessions(CORRELATION_ID, user)).as(user).isEqualTo(1);
        }
    }

    @Test
    default void limitOfARemovalIsAtLeastOne() {
        SessionV1 session = closed(opened("user"));
        clock().advance(HOUR);
        Instant now = clock().instant();
        for (int limit : new int[]{0, -1}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().purgeBatch(CORRELATION_ID, now, limit))
                    .satisfies(rejected -> assertThat(rejected.details()).containsOnlyKeys("limit"));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().eraseBatch(CORRELATION_ID, "user", limit))
                    .satisfies(rejected -> assertThat(rejected.details()).containsOnlyKeys("limit"));
        }
        assertThat(exists(session)).isTrue();
    }

    @Test
    default void invalidUserIdsAreRejectedInErasures() {
        for (String impossible : new String[]{"", "x".repeat(256), "a\0b"}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().eraseSessions(CORRELATION_ID, impossible))
                    .satisfies(rejected -> assertThat(rejected.details()).containsOnlyKeys("user_id"));
        }
    }

    private boolean exists(SessionV1 session) {
        return ports().resources().getSession(CORRELATION_ID, session.id().value()).isPresent();
    }

    private SessionV1 closed(SessionV1 session) {
        return ports().resources().close(CORRELATION_ID, session.id().value(), null).orElseThrow();
    }
}
