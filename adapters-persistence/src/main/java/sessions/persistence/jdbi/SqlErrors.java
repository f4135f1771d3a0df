package sessions.persistence.jdbi;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
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
     * Classes of SQL states of an unavailable database: the connection failed (08), or the server has no resources (53),
     * is stopping (57P) or has trouble with its system (58).
     */
    private static final List<String> UNAVAILABLE_CLASSES = List.of("08", "53", "57P", "58");

    /**
     * SQL states of an unavailable database: the server rejects the login or database (28, 3D000) or changes (25006),
     * ended a transaction that took too long (25P), or no longer knows the prepared statements of the connection (26000,
     * 42P05); a lock or statement timed out (55P03, 57014, HYT00); or H2's file is missing, not writable, closed,
     * damaged, locked by another process or out of disk space.
     */
    private static final Set<String> UNAVAILABLE = Set.of("25006", "25P03", "25P04", "26000", "28000", "28P01", "3D000",
            "42P05", "55P03", "57014", "HYT00", "90013", "90020", "90028", "90031", "90034", "90062", "90067", "90097",
            "90098", "90121", "90146");

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
     * trace contains the layers above it. Returns exceptions of the domain unchanged.
     */
    public static SessionsException translated(String doing, Exception failed) {
        if (failed instanceof SessionsException known) {
            return known;
        }
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
        return state != null && (UNAVAILABLE.contains(state) || REPEATABLE.contains(state)
                || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith));
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
