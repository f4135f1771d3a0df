package sessions.cli.output;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.wire.session.SessionJson;

/**
 * A bar chart of the sessions opened and closed per hour.
 *
 * @param statistics the numbers to draw
 * @param most the largest count, which has the longest bar
 */
public record HourChart(SessionStatistics statistics, long most) {

    /** The same numbers as exact fields. */
    public static final List<Column<Hour>> EXACT = List.of(Column.of("start", hour -> SessionJson.time(hour.start())),
            Column.of("opened", Hour::opened), Column.of("closed", Hour::closed));

    private static final int BAR_WIDTH = 20;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public static HourChart of(SessionStatistics statistics) {
        long most = statistics.hours().stream().flatMapToLong(hour -> LongStream.of(hour.opened(), hour.closed())).max()
                .orElse(0);
        return new HourChart(statistics, most);
    }

    public void print(PrintTarget target) {
        target.line(target.styled(SessionCount.sessions(statistics.active()) + " active", Style.bold));
        int width = BAR_WIDTH + 1 + number(most).length();
        target.line(target.styled(row("HOUR (UTC)", "OPENED", "CLOSED", width), Style.bold));
        for (Hour hour : statistics.hours()) {
            target.line(row(HOUR.format(hour.start()), bar(hour.opened()), bar(hour.closed()), width));
        }
    }

    private static String row(String hour, String opened, String closed, int width) {
        return String.format(Locale.ROOT, "%-16s  %-" + width + "s  %s", hour, opened, closed);
    }

    /** The bar with its count. Counts above zero have at least one block. */
    private String bar(long count) {
        int length = most == 0 ? 0 : (int) Math.ceilDiv(count * BAR_WIDTH, most);
        return ("█".repeat(length) + " " + number(count)).stripLeading();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
