package sessions.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for fields with known names: ids of opened sessions, their users, cursors and times. Schemas do not contain
 * them, and without them requests would only fail to find their session.
 */
final class KnownValues {

    static final List<String> USERS = List.of("42", "zoë", "a/b", "x y", "%", "💥", "'", "0");

    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final int REMEMBERED = 32;

    private static final List<String> TIMES = List.of("2001-01-01", "2020-02-29T12:00:00Z", "2026-11-01T00:00:00.000Z",
            "2020-02-29T12:00:00+02:00", "1582934400000", "2999-12-31T23:59:59.999Z");

    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private final List<String> cursors = new CopyOnWriteArrayList<>(List.of("x"));
    private final Map<String, Function<SeededRandom, String>> byName;

    KnownValues() {
        Function<SeededRandom, String> session = chance -> chance.pick(new ArrayList<>(sessions));
        Function<SeededRandom, String> time = chance -> chance.pick(TIMES);
        byName = Map.ofEntries(Map.entry("id", session), Map.entry("session_id", session),
                Map.entry("except", session), Map.entry("user_id", chance -> chance.pick(USERS)),
                Map.entry("cursor", chance -> chance.pick(new ArrayList<>(cursors))), Map.entry("opened_from", time),
                Map.entry("opened_to", time), Map.entry("requested_from", time), Map.entry("requested_to", time),
                Map.entry("closed_before", time), Map.entry("from_time", time), Map.entry("to_time", time));
    }

    /** Returns a value for a field, if its name is known. */
    Optional<String> of(String name, SeededRandom chance) {
        return Optional.ofNullable(byName.get(name)).map(values -> values.apply(chance));
    }

    /** Uses this session in later requests. */
    void addSession(String id) {
        add(sessions, id);
    }

    /** Uses this response's cursor in later lists. */
    void addCursorOf(String answer) {
        Matcher cursor = CURSOR.matcher(answer);
        if (cursor.find()) {
            add(cursors, cursor.group(1));
        }
    }

    private static synchronized void add(List<String> values, String value) {
        values.add(value);
        if (values.size() > REMEMBERED) {
            values.removeFirst();
        }
    }
}
