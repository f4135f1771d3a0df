package sessions.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sessions.benchmarks.population.StoreKind;

/**
 * Arguments of {@link CursorWalk}.
 *
 * @param sessions the number of sessions in each store
 * @param stores the stores to measure
 */
record CursorWalkArguments(int sessions, List<StoreKind> stores) {

    static final String USAGE = "[sessions, from 2,000; 1000000 if not given] [h2] [postgresql] [memory]";

    private static final int DEFAULT_SESSIONS = 1_000_000;
    /** The minimum for which one user's list has pages at both ends. */
    private static final int MIN_SESSIONS = 2_000;

    static CursorWalkArguments parse(String... arguments) {
        try {
            int sessions = arguments.length == 0 ? DEFAULT_SESSIONS : Integer.parseInt(arguments[0]);
            List<StoreKind> stores = Arrays.stream(arguments).skip(1)
                    .map(name -> StoreKind.valueOf(name.toUpperCase(Locale.ROOT))).toList();
            return new CursorWalkArguments(sessions, stores.isEmpty() ? List.of(StoreKind.values()) : stores);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("arguments: " + USAGE, invalid);
        }
    }

    CursorWalkArguments {
        if (sessions < MIN_SESSIONS) {
            throw new IllegalArgumentException("too few sessions");
        }
    }
}
