package sessions.persistence.memory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.domain.port.driven.HourlyCounts;

/** Counts sessions in memory by hour. */
record MemoryHourlyCounts(SessionTable table) implements HourlyCounts {

    @Override
    public List<Hour> count(Instant from, int hours, Instant now) {
        Instant to = from.plus(hours, ChronoUnit.HOURS);
        Map<Instant, Long> openings = byHour(table.indexes().opened(from, to));
        Map<Instant, Long> ends = byHour(table.indexes().ended(from, to, now.truncatedTo(ChronoUnit.MILLIS)));
        return Stream.concat(openings.keySet().stream(), ends.keySet().stream()).distinct().sorted()
                .map(hour -> new Hour(hour, openings.getOrDefault(hour, 0L), ends.getOrDefault(hour, 0L))).toList();
    }

    private static Map<Instant, Long> byHour(Stream<Instant> times) {
        return times.collect(groupingBy(time -> time.truncatedTo(ChronoUnit.HOURS), counting()));
    }
}
