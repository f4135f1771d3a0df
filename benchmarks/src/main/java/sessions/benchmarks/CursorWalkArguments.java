package sessions.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sessions.benchmarks.population.StoreKind;

/**
 * What to measure.
 *
 * @param sessions how many sessions each store is to hold
 * @param stores which stores
 */
record CursorWalkArguments(int sessions, List<StoreKind> stores) {

    static final String USAGE = "[sessions, from 2,000; 1000000 if not given] [h2] [postgresql] [memory]";

    private static final int DEFAULT_SESSIONS = 1_000_000;
    /** So that the list of one user has pages at either end. */
    private static final int MIN_SESSIONS = 2_000;

    static CursorWalkArguments parse(String... arguments) {
        try {
            int sessions = arguments.length == 0 ? DEFAULT_SESSIONS : Integer.parseInt(arguments[0]);
            List<StoreKind> stores = Arrays.stream(arguments).skip(1)
                    .map(name -> StoreKind.valueOf(name.toUpperCase(Locale.ROOT))).toList();
            return new CursorWalkArguments(sessions, stores.isEmpty() ? List.of(StoreKind.values()) : stores);
        } catch (IllegalArgumentException notUnderstood) {
            throw new IllegalArgumentException("arguments: " + USAGE, notUnderstood);
        }
    }

    CursorWalkArguments {
        if (sessions < MIN_SESSIONS) {
            throw new IllegalArgumentException("too few sessions");
        }
    }
}
