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

/** Runs database calls: retries after deadlocks and translates exceptions. */
public final class SqlErrors {

    private static final int ATTEMPTS = 10;

    /**
     * SQL states of calls to retry: deadlock and serialization failure (SQL standard and PostgreSQL), and H2's
     * concurrent update of a row.
     */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "90131");

    private static final String DUPLICATE = "23505";

    /**
     * Classes of SQL states in whose messages databases quote values: data exception and integrity constraint
     * violation.
     */
    private static final Set<String> QUOTING = Set.of("22", "23");

    /**
     * SQL states of an unavailable database: the server rejects the login or database (28, 3D000), is stopping or full
     * (PostgreSQL 53, 57P), a lock or statement timed out, or H2's file is missing, not writable, closed, damaged,
     * locked by another process or out of disk space.
     */
    private static final Set<String> UNAVAILABLE = Set.of("28000", "28P01", "3D000", "53100", "53200", "53300", "57014",
            "57P01", "57P02", "57P03",
            "57P05", "HYT00", "90013", "90020", "90028", "90031", "90034", "90062", "90067", "90097", "90098", "90121",
            "90146");

    private SqlErrors() {
    }

    /**
     * Runs a call, with retries.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     */
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

    /**
     * Translates an exception. The driver's exception becomes the cause, because it is the most specific and its stack
     * trace contains the layers above it.
     */
    public static SessionsException translated(String doing, Exception failed) {
        String message = "The store could not " + doing;
        Exception cause = sqlException(failed).<Exception>map(SqlErrors::withoutValues).orElse(failed);
        return isUnavailable(failed)
                ? new StoreUnavailableException(message, cause)
                : new StoreFailedException(message, cause);
    }

    /**
     * Replaces an exception that quotes values, such as ids and content. Only its SQL state and stack trace are kept.
     */
    private static SQLException withoutValues(SQLException failed) {
        String state = failed.getSQLState();
        if (state == null || !QUOTING.contains(state.substring(0, Math.min(2, state.length())))) {
            return failed;
        }
        SQLException redacted = new SQLException("The database rejected a value of sessions, state " + state, state);
        redacted.setStackTrace(failed.getStackTrace());
        return redacted;
    }

    private static boolean isRepeatable(Exception failed) {
        return sqlException(failed).map(SQLException::getSQLState).filter(REPEATABLE::contains).isPresent();
    }

    /** Returns whether an insert failed because the row exists (SQL standard). */
    static boolean isDuplicate(Exception failed) {
        return sqlException(failed).map(SQLException::getSQLState).filter(DUPLICATE::equals).isPresent();
    }

    private static boolean isUnavailable(Exception failed) {
        if (failed instanceof ConnectionException) {
            return true; // no connection: the pool does not set an SQL state for all reasons
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
