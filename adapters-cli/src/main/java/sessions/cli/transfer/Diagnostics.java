package sessions.cli.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import sessions.cli.output.SessionCount;

/** What was noticed of many sessions, counted by kind. */
final class Diagnostics {

    /** Kinds that are told one by one; nobody reads beyond these. */
    private static final int MAX_MESSAGES = 20;

    private final Map<String, Tally> kinds = new LinkedHashMap<>();
    private long untold;

    private record Tally(long count, String first) {
    }

    /**
     * Notes one.
     *
     * @param kind reads on from the number of sessions
     * @param place where the session is found
     */
    void note(String kind, String place) {
        if (kinds.size() == MAX_MESSAGES && !kinds.containsKey(kind)) {
            untold++;
        } else {
            kinds.merge(kind, new Tally(1, place), (tally, _) -> new Tally(tally.count + 1, tally.first));
        }
    }

    /** Tells each kind in one line. */
    void tell(Consumer<String> line) {
        kinds.forEach((kind, tally) -> line.accept(SessionCount.sessions(tally.count) + " " + kind + " ("
                + (tally.count == 1 ? "" : "first: ") + tally.first + ")"));
        if (untold > 0) {
            line.accept("and " + SessionCount.sessions(untold) + " for other reasons");
        }
    }
}
