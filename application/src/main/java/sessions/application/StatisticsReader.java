package sessions.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driven.SessionStore;

/** Counts active sessions, and opened and closed sessions by hour. */
final class StatisticsReader {

    private StatisticsReader() {
    }

    static SessionStatistics of(SessionStore store, int hours, Instant now) {
        if (hours < 1 || hours > SessionStatistics.MAX_HOURS) {
            throw InvalidDataException.of("hours",
                    "must be a whole number from 1 to " + SessionStatistics.MAX_HOURS);
        }
        long active = store.lists().count(SessionFilter.ALL.withActive(true), now);
        return new SessionStatistics(active, lastHours(store, hours, now));
    }

    private static List<SessionStatistics.Hour> lastHours(SessionStore store, int hours, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
        Map<Instant, SessionStatistics.Hour> counted = store.hours().count(from, hours, now).stream()
                .collect(Collectors.toMap(SessionStatistics.Hour::start, Function.identity()));
        return Stream.iterate(from, start -> start.plus(1, ChronoUnit.HOURS)).limit(hours)
                .map(start -> counted.getOrDefault(start, new SessionStatistics.Hour(start, 0, 0))).toList();
    }
}
