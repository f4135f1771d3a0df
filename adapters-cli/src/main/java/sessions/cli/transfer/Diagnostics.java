package sessions.cli.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import sessions.cli.output.SessionCount;

/** Notes about many sessions, counted by kind. */
final class Diagnostics {

    /** The maximum number of kinds to print. */
    private static final int MAX_MESSAGES = 20;

    private final Map<String, Tally> kinds = new LinkedHashMap<>();
    private long omitted;

    private record Tally(long count, String first) {
    }

    /**
     * Adds a note about one session.
     *
     * @param kind the text that follows the number of sessions
     * @param place where the session is, such as an entry of a file
     */
    void add(String kind, String place) {
        if (kinds.size() == MAX_MESSAGES && !kinds.containsKey(kind)) {
            omitted++;
        } else {
            kinds.merge(kind, new Tally(1, place), (tally, _) -> new Tally(tally.count + 1, tally.first));
        }
    }

    /** Prints one line per kind. */
    void print(Consumer<String> line) {
        kinds.forEach((kind, tally) -> line.accept(SessionCount.sessions(tally.count) + " " + kind + " ("
                + (tally.count == 1 ? "" : "first: ") + tally.first + ")"));
        if (omitted > 0) {
            line.accept("and " + SessionCount.sessions(omitted) + " for other reasons");
        }
    }
}
