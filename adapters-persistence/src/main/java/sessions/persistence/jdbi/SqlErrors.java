package sessions.persistence.jdbi;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;

/** Runs what talks to the database: repeats what lost a deadlock, and says in our terms what went wrong. */
public final class SqlErrors {

    private static final int ATTEMPTS = 10;

    /** Deadlock and serialization failure (SQL standard and PostgreSQL), and H2's row changed under an update. */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "90131");

    private static final String DUPLICATE = "23505";

    /** Classes of states in which databases quote values: data exception, integrity constraint violation. */
    private static final Set<String> QUOTING = Set.of("22", "23");

    /**
     * The server lets us not in (28, 3D000), is stopping or full (PostgreSQL 53, 57P), a lock or statement took too
     * long, or H2's file is absent, not to be written, closed, broken, locked by another process or out of disk.
     */
    private static final Set<String> UNAVAILABLE = Set.of("28000", "28P01", "3D000", "53100", "53200", "53300", "57014",
            "57P01", "57P02", "57P03",
            "57P05", "HYT00", "90013", "90020", "90028", "90031", "90034", "90062", "90067", "90097", "90098", "90121",
            "90146");

    private SqlErrors() {
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

    /** What the driver said becomes the cause: it says most, and its stack leads through the layers above it. */
    public static SessionsException translated(String doing, Exception failed) {
        String message = "The store could not " + doing;
        Exception cause = sqlException(failed).<Exception>map(SqlErrors::withoutValues).orElse(failed);
        return isUnavailable(failed)
                ? new StoreUnavailableException(message, cause)
                : new StoreFailedException(message, cause);
    }

    /** Of a fault that quotes values, which are ids and content, only the state goes on, and where it happened. */
    private static SQLException withoutValues(SQLException failed) {
        String state = failed.getSQLState();
        if (state == null || !QUOTING.contains(state.substring(0, Math.min(2, state.length())))) {
            return failed;
        }
        SQLException silent = new SQLException("The database refused a value of sessions, state " + state, state);
        silent.setStackTrace(failed.getStackTrace());
        return silent;
    }

    private static boolean isRepeatable(Exception failed) {
        return sqlException(failed).map(SQLException::getSQLState).filter(REPEATABLE::contains).isPresent();
    }

    /** Whether an insert failed because there is such a row (SQL standard). */
    static boolean isDuplicate(Exception failed) {
        return sqlException(failed).map(SQLException::getSQLState).filter(DUPLICATE::equals).isPresent();
    }

    private static boolean isUnavailable(Exception failed) {
        if (failed instanceof ConnectionException) {
            return true; // no connection, for whatever reason: the pool does not give all of them a state
        }
        return sqlException(failed).filter(sql -> sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException || isUnavailable(sql.getSQLState())).isPresent();
    }

    private static boolean isUnavailable(@Nullable String state) {
        return state != null && (state.startsWith("08") || UNAVAILABLE.contains(state));
    }

    public static Optional<SQLException> sqlException(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
