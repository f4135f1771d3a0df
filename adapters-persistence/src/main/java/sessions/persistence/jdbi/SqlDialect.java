package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** All that differs between the databases; the statements themselves are shared. */
interface SqlDialect {

    /** The dialect of a JDBC URL, or empty where the URL is of no database that this adapter knows. */
    static Optional<SqlDialect> of(String url) {
        if (url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:")) {
            return Optional.of(new H2Dialect(url.startsWith("jdbc:h2:file:")));
        }
        return url.startsWith("jdbc:postgresql:") ? Optional.of(new PostgresDialect()) : Optional.empty();
    }

    /** Sets what the database needs on its URL and connections; what the URL says already stays. */
    void configure(HikariConfig pool, String url);

    /** Values of the placeholders in the migrations. */
    Map<String, String> migrationPlaceholders();

    /** An update that answers the changed rows. */
    String returningChanged(String update);

    /** A delete that answers the deleted rows. */
    String returningDeleted(String delete);

    /** An update of the rows in {@code :ids}, locked in the order of their ids where the database needs to be told. */
    String updateInOrder(String assignments, String condition);

    /** Makes a migrated database ready for use, and answers what makes a committed change survive the end of the process. */
    Durability durability(DataSource database) throws SQLException;

    /** Why the database could not be opened in words for operators, where the driver's own would mislead them. */
    default Optional<String> explanation(SQLException failed) {
        return Optional.empty();
    }

    /** Runs before the pool is closed. */
    void shutDown(DataSource database) throws SQLException;
}
