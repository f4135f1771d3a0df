package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;

/** Tests closing many sessions at once. */
public interface AdminContract extends ResourcesContract {

    @Test
    default void allMatchingSessionsAreClosedExceptTheExcludedOne() {
        List<SessionV1> sessions = openedMany("user");
        SessionV1 other = opened("other");
        SessionV1 kept = sessions.get(MANY / 2);
        clock().advance(Duration.ofMillis(5));
        SessionFilter filter = SessionFilter.ofUser("user");
        SessionFilter exceptOne = filter.withExcept(kept.id());
        assertThat(ports().admin().countSessionsToClose(CORRELATION_ID, exceptOne)).isEqualTo(MANY - 1);
        assertThat(present(sessions.getFirst())).isEqualTo(sessions.getFirst());

        assertThat(ports().admin().closeSessions(CORRELATION_ID, exceptOne)).isEqualTo(MANY - 1);
        SessionV1 closed = present(sessions.getLast());
        assertThat(closed.active()).isFalse();
        assertThat(closed.closeTime()).isEqualTo(clock().instant());
        assertThat(closed.requestTime()).isEqualTo(clock().instant());
        assertThat(closed.data()).isNull();
        assertThat(closed.version()).isEqualTo(2);
        assertThat(present(kept)).isEqualTo(kept);
        assertThat(present(other)).isEqualTo(other);
        assertThat(ports().admin().closeSessions(CORRELATION_ID, exceptOne)).isZero();
        assertThat(ports().admin().closeSessions(CORRELATION_ID, filter)).isEqualTo(1);
    }

    @Test
    default void batchesCloseAllSessionsButNotThoseOpenedMeanwhile() {
        for (int i = 0; i < 5; i++) {
            opened("user");
            clock().advance(Duration.ofMillis(1));
        }
        SessionFilter filter = SessionFilter.ofUser("user");
        ClosedBatch first = ports().admin().closeBatch(CORRELATION_ID, filter, null, 2);
        assertThat(first.closed()).isEqualTo(2);
        SessionV1 meanwhile = opened("user");
        ClosedBatch second = ports().admin().closeBatch(CORRELATION_ID, filter, first.next(), 2);
        assertThat(second.closed()).isEqualTo(2);
        assertThat(ports().admin().closeBatch(CORRELATION_ID, filter, second.next(), 2))
                .isEqualTo(new ClosedBatch(1, null));
        assertThat(present(meanwhile)).isEqualTo(meanwhile);
    }

    @Test
    default void closedAndExpiredSessionsAreNotCounted() {
        SessionV1 expired = opened("user");
        clock().advance(HOUR.plusMillis(1));
        SessionV1 before = present(expired);
        SessionV1 closed = ports().resources().close(CORRELATION_ID, opened("user").id().value(), null).orElseThrow();
        opened("user");
        SessionFilter filter = SessionFilter.ofUser("user").withActive(false).withExcept(closed.id());
        assertThat(ports().admin().countSessionsToClose(CORRELATION_ID, filter)).isEqualTo(1);
        assertThat(ports().admin().closeSessions(CORRELATION_ID, filter)).isEqualTo(1);
        assertThat(present(expired)).isEqualTo(before);
        assertThat(present(closed)).isEqualTo(closed);
    }

    @Test
    default void filterMustHaveACondition() {
        for (SessionFilter filter : List.of(SessionFilter.ALL,
                SessionFilter.ALL.withActive(true).withExcept(SessionId.random()))) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().closeSessions(CORRELATION_ID, filter));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().closeBatch(CORRELATION_ID, filter, null, 1));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().countSessionsToClose(CORRELATION_ID, filter));
        }
    }

    @Test
    default void limitOfABatchIsAtLeastOne() {
        SessionV1 session = opened("user");
        for (int limit : new int[]{0, -1}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ports().admin().closeBatch(CORRELATION_ID, SessionFilter.ofUser("user"),
                            null, limit))
                    .satisfies(rejected -> assertThat(rejected.details()).containsOnlyKeys("limit"));
        }
        assertThat(present(session)).isEqualTo(session);
    }

    @Test
    default void filterCanRestrictTimes() {
        SessionV1 idle = opened("a");
        clock().advance(Duration.ofMinutes(10));
        SessionV1 busy = opened("b");
        SessionFilter filter = SessionFilter.ALL.withRequested(new TimeRange(null, clock().instant()));
        assertThat(ports().admin().closeSessions(CORRELATION_ID, filter)).isEqualTo(1);
        assertThat(present(idle).active()).isFalse();
        assertThat(present(busy)).isEqualTo(busy);
        SessionFilter everyone = SessionFilter.ALL.withOpened(new TimeRange(null, clock().instant().plusMillis(1)));
        assertThat(ports().admin().closeSessions(CORRELATION_ID, everyone)).isEqualTo(1);
    }
}
