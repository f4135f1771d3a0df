package sessions.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionV1;
import sessions.wire.SessionJson;

/** Sessions as aligned columns. */
final class SessionTable {

    private static final List<String> HEADER = List.of("ID", "USER", "STATE", "OPENED", "LAST REQUEST", "ADDRESS",
            "CLIENT");

    private SessionTable() {
    }

    static String of(List<SessionV1> sessions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        sessions.stream().map(SessionTable::row).forEach(rows::add);
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> row(SessionV1 session) {
        return List.of(session.id().value(), shown(session.userId()), session.active() ? "active" : "closed",
                SessionJson.time(session.openTime()), SessionJson.time(session.requestTime()),
                shown(session.address()), shown(session.client()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "-" : Shown.text(text);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
