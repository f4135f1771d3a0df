package sessions.persistence.memory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sessions.domain.model.SessionStatistics.Hour;

/** Counts by hours of the clock. */
final class MemoryStatistics {

    private MemoryStatistics() {
    }

    /** The hours of these times, oldest first. */
    static List<Hour> of(Stream<Instant> opened, Stream<Instant> ended) {
        Map<Instant, Long> openings = byHour(opened);
        Map<Instant, Long> ends = byHour(ended);
        return Stream.concat(openings.keySet().stream(), ends.keySet().stream()).distinct().sorted()
                .map(hour -> new Hour(hour, openings.getOrDefault(hour, 0L), ends.getOrDefault(hour, 0L))).toList();
    }

    private static Map<Instant, Long> byHour(Stream<Instant> times) {
        return times.collect(groupingBy(time -> time.truncatedTo(ChronoUnit.HOURS), counting()));
    }
}
