package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.domain.model.SessionV1;

/** Tests statistics. */
public interface StatisticsContract extends ResourcesContract {

    @Test
    default void statisticsHaveEveryHourOldestFirst() {
        Instant present = startOfThisHour();
        assertThat(statistics(3)).isEqualTo(new SessionStatistics(0, List.of(
                new Hour(present.minus(HOUR.multipliedBy(2)), 0, 0), new Hour(present.minus(HOUR), 0, 0),
                new Hour(present, 0, 0))));
        opened("user");
        assertThat(statistics(1)).isEqualTo(new SessionStatistics(1, List.of(new Hour(present, 1, 0))));
    }

    @Test
    default void openingsAndClosingsAreCountedByHour() {
        Instant first = startOfThisHour();
        SessionV1 session = opened("user");
        clock().set(first.plus(HOUR).minusMillis(1));
        opened("other");
        clock().set(first.plus(HOUR));
        assertThat(ports().resources().close(CORRELATION_ID, session.id().value(), null)).isPresent();
        opened("user");
        assertThat(statistics(2)).isEqualTo(
                new SessionStatistics(2, List.of(new Hour(first, 2, 0), new Hour(first.plus(HOUR), 1, 1))));
    }

    @Test
    default void expiredSessionsCountAsClosedAtTheirLastInstant() {
        Instant first = startOfThisHour();
        opened("user");
        clock().advance(HOUR);
        assertThat(statistics(2)).isEqualTo(
                new SessionStatistics(1, List.of(new Hour(first, 1, 0), new Hour(first.plus(HOUR), 0, 0))));
        clock().advance(HOUR);
        SessionStatistics unswept = statistics(3);
        assertThat(unswept).isEqualTo(new SessionStatistics(0, List.of(new Hour(first, 1, 0),
                new Hour(first.plus(HOUR), 0, 1), new Hour(first.plus(HOUR.multipliedBy(2)), 0, 0))));
        sessions().closeExpiredSessions(CORRELATION_ID);
        assertThat(statistics(3)).isEqualTo(unswept);
    }

    @Test
    default void deletedSessionsAreNotCounted() {
        SessionV1 session = opened("user");
        opened("user");
        assertThat(ports().resources().close(CORRELATION_ID, session.id().value(), null)).isPresent();
        assertThat(sessions().deleteSessionById(CORRELATION_ID, session.id().value())).isPresent();
        assertThat(statistics(1)).isEqualTo(new SessionStatistics(1, List.of(new Hour(startOfThisHour(), 1, 0))));
    }

    @Test
    default void statisticsAreLimitedToAWeek() {
        opened("user");
        clock().advance(HOUR.multipliedBy(167));
        List<Hour> week = statistics(168).hours();
        assertThat(week).hasSize(168).extracting(Hour::start).isSorted();
        assertThat(week.getFirst().opened()).isEqualTo(1);
        assertThat(Duration.between(week.getFirst().start(), week.getLast().start())).isEqualTo(HOUR.multipliedBy(167));
        clock().advance(HOUR);
        assertThat(statistics(168).hours()).extracting(Hour::opened).containsOnly(0L);
        for (int hours : new int[]{169, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> statistics(hours))
                    .withMessageContaining("hours must be a whole number from 1 to 168");
        }
    }

    private Instant startOfThisHour() {
        return clock().instant().truncatedTo(ChronoUnit.HOURS);
    }

    private SessionStatistics statistics(int hours) {
        return ports().admin().statistics(CORRELATION_ID, hours);
    }
}
