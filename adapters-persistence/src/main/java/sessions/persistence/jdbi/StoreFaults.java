package sessions.persistence.jdbi;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import sessions.domain.SessionsException;
import sessions.domain.StoreFailedException;
import sessions.domain.StoreUnavailableException;

/** Runs what talks to the database: repeats what lost a deadlock, and says in our terms what went wrong. */
final class StoreFaults {

    private static final int ATTEMPTS = 10;

    /** Deadlock and serialization failure (SQL standard and PostgreSQL), and H2's row changed under an update. */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "90131");

    /**
     * The server lets us not in (28, 3D000), is stopping or full (PostgreSQL 53, 57P), a lock or statement took too long, or
     * H2's file is absent, closed, broken, locked by another process or out of disk.
     */
    private static final Set<String> UNAVAILABLE = Set.of("28000", "28P01", "3D000", "53100", "53200", "53300", "57014",
            "57P01", "57P02", "57P03",
            "57P05", "HYT00", "90020", "90028", "90031", "90067", "90098", "90121", "90146");

    private StoreFaults() {
    }

    /** @param doing what was being done, for the error; reads on from "The store could not" */
    static <T> T guarded(String doing, Supplier<T> call) {
        for (int attempt = 1;; attempt++) {
            try {
                return call.get();
            } catch (SessionsException known) {
                throw known;
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !isRepeatable(failed)) {
                    throw translated(doing, failed);
                }
            }
        }
    }

    static SessionsException translated(String doing, Exception failed) {
        String message = "The store could not " + doing;
        return isUnavailable(failed)
                ? new StoreUnavailableException(message, failed)
                : new StoreFailedException(message, failed);
    }

    private static boolean isRepeatable(Exception failed) {
        SQLException sql = sqlException(failed);
        return sql != null && sql.getSQLState() != null && REPEATABLE.contains(sql.getSQLState());
    }

    private static boolean isUnavailable(Exception failed) {
        if (failed instanceof ConnectionException) {
            return true; // no connection, for whatever reason: the pool does not give all of them a state
        }
        SQLException sql = sqlException(failed);
        if (sql == null) {
            return false;
        }
        if (sql instanceof SQLTransientConnectionException || sql instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = sql.getSQLState();
        return state != null && (state.startsWith("08") || UNAVAILABLE.contains(state));
    }

    private static @Nullable SQLException sqlException(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
