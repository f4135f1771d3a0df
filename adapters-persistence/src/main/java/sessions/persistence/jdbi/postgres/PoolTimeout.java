package sessions.persistence.jdbi.postgres;

import java.time.Duration;
import java.util.Optional;
import sessions.domain.error.InvalidDataException;

/**
 * The parameter {@code poolTimeout} of a PostgreSQL URL: how many seconds a call waits for a connection of the pool.
 * The driver ignores it, like every parameter that it does not know.
 */
final class PoolTimeout {

    private static final int MAX_SECONDS = 3600;

    private PoolTimeout() {
    }

    /**
     * Reads the parameter.
     *
     * @return empty if the URL does not have it
     * @throws InvalidDataException if it is not a whole number of seconds from 1 to 3600
     */
    static Optional<Duration> of(String url) {
        return PostgresUrl.parameter(url, "poolTimeout").map(PoolTimeout::parse);
    }

    private static Duration parse(String text) {
        if (text.matches("[0-9]{1,4}")) {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= MAX_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw InvalidDataException.of("--store",
                "has the parameter poolTimeout, which must be a whole number of seconds from 1 to " + MAX_SECONDS);
    }
}
