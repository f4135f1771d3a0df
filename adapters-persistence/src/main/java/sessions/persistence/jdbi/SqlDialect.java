package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import sessions.domain.error.NotSupportedException;

/** All that differs between the databases; the statements themselves are shared. */
public interface SqlDialect {

    /** The URL of the same database for one who only looks: it is neither made nor changed. */
    default String readOnly(String url) {
        return url;
    }

    /** Sets what the database needs on its URL and connections; what the URL says already stays. */
    void configure(HikariConfig pool, String url);

    /** Values of the placeholders in the migrations. */
    Map<String, String> migrationPlaceholders();

    /** Settings of a connection that bound how long the server lets a statement run or wait; 0 lifts one. */
    List<String> serverTimeouts();

    /** An update that answers the changed rows. */
    String returningChanged(String update);

    /** A delete that answers the deleted rows. */
    String returningDeleted(String delete);

    /** An insert that adds nothing where there is such a row, or else fails with {@link SqlErrors#isDuplicate}. */
    String insertUnlessThere(String insert);

    /**
     * A change of those of the rows in {@code :keys} that meet a condition, locked in the order of their keys where the
     * database needs to be told.
     *
     * @param change {@code update … set …} or {@code delete from …}
     * @param table the same table
     * @param key its primary key
     */
    String inOrder(String change, String table, String key, String condition);

    /** Singles out the sessions of {@code :user_id}, in a list from an index on {@code (user_id, open_time desc, id desc)}. */
    String ofUser();

    /**
     * Conditions that each single out sessions behind the place {@code :after_time}, {@code :after_id} in a list, from an
     * index on {@code (open_time desc, id desc)} and at no cost for those before it. In this order they are all.
     * {@code :before_time} is the millisecond before.
     */
    List<String> behind();

    /** Makes a migrated database ready for use, and answers what makes a committed change survive the end of the process. */
    Durability durability(DataSource database) throws SQLException;

    /** Why the database could not be opened in words for operators, where the driver's own would mislead them. */
    default Optional<String> explanation(SQLException failed) {
        return Optional.empty();
    }

    /**
     * Writes a backup of the database, see {@link sessions.domain.port.driven.SessionStore#backUp}.
     *
     * @throws NotSupportedException where the database has a tool of its own for that
     */
    void backUp(SqlDatabase database, OutputStream out) throws IOException;

    /** Removes what work that was cut off left beside a database that is open here. */
    default void removeRemains(String url) {
        // Nothing lies beside a server's.
    }

    /** Closes the pool, and the database with it where that is in this process. */
    default void close(HikariDataSource pool) throws SQLException {
        pool.close();
    }
}
