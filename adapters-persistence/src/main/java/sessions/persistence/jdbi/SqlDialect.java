package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import sessions.domain.error.NotSupportedException;

/** The differences between the databases. Everything else is shared. */
public interface SqlDialect {

    /** Returns the URL of the same database for reading only: opening it does not create or change it. */
    default String readOnly(String url) {
        return url;
    }

    /** Configures the URL and the connections as the database needs. Parameters in the URL are kept. */
    void configure(HikariConfig pool, String url);

    /** Returns the schema that the URL names; empty for that of the connection. It is created if it does not exist. */
    default Optional<String> schema() {
        return Optional.empty();
    }

    /** Returns an error message, with advice, for a database that contains only tables of another program. */
    String foreignTablesAdvice();

    /**
     * Checks that a database can hold sessions, before it is migrated.
     *
     * @throws sessions.domain.error.InvalidDataException if it cannot; the message says what is needed
     */
    default void requireSuitable(Connection connection) throws SQLException {
        // Every database is.
    }

    /** Returns the values of the placeholders in the migrations. */
    Map<String, String> migrationPlaceholders();

    /** Returns whether the database may respond but reject all changes, as a server does after a failover. */
    boolean mayTurnReadOnly();

    /**
     * Returns the names of connection settings that limit how long a statement may run or wait; 0 removes the limit.
     */
    List<String> serverTimeouts();

    /** Changes an update to return the changed rows. */
    String returningChanged(String update);

    /** Changes a delete to return the deleted rows. */
    String returningDeleted(String delete);

    /** Changes an insert to add nothing if the row exists, or to fail with {@link SqlErrors#isDuplicate}. */
    String insertIfAbsent(String insert);

    /**
     * Restricts a change to the rows in {@code :keys} that meet a condition. Locks them in the order of their keys if
     * the database needs that to avoid deadlocks.
     *
     * @param change {@code update … set …} or {@code delete from …}
     * @param table the same table
     * @param key its primary key
     */
    String changeInKeyOrder(String change, String table, String key, String condition);

    /**
     * Returns a condition for the sessions of {@code :user_id} that lets lists read the index on {@code (user_id,
     * open_time desc, id desc)}.
     */
    String userCondition();

    /**
     * Returns conditions for ranges of sessions after the cursor {@code :after_time}, {@code :after_id}. Each range is
     * read from an index on {@code (open_time desc, id desc)} without reading sessions before it. Together, in this
     * order, they are all sessions after the cursor. {@code :before_time} is the millisecond before
     * {@code :after_time}.
     */
    List<String> rangesAfterCursor();

    /** Prepares a migrated database for use. Returns how committed changes become durable. */
    Durability durability(DataSource database) throws SQLException;

    /** Returns the reason why the database could not be opened, if the driver's message would mislead operators. */
    default Optional<String> explanation(SQLException failed) {
        return Optional.empty();
    }

    /**
     * Writes a backup of the database, see {@link sessions.domain.port.driven.SessionStore#backUp}.
     *
     * @throws NotSupportedException if the database has its own tool for that
     */
    void backUp(SqlDatabase database, OutputStream out) throws IOException;

    /** Removes the files of interrupted backups next to an open database. */
    default void removeUnfinishedBackups(String url) {
        // Servers have no such files.
    }

    /** Closes the pool, and the database if it runs in this process. */
    default void close(HikariDataSource pool) throws SQLException {
        pool.close();
    }
}
