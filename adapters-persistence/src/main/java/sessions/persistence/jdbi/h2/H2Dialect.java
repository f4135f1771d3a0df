package sessions.persistence.jdbi.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreProvider;
import sessions.persistence.jdbi.Durability;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlDialect;

/** The dialect of H2 embedded in the process, in a file or in memory. */
public final class H2Dialect implements SqlDialect {

    private static final Logger LOG = System.getLogger(H2Dialect.class.getName());

    /** Content up to this many characters is stored in the row itself; H2 stores longer content separately. */
    private static final int MAX_CONTENT_IN_ROW = 131_072;

    /** H2's error code for a read-only database. */
    private static final String READ_ONLY = "90097";

    private static final Map<String, String> EXPLANATIONS = Map.of("90020",
            "another process has it open, probably a running service",
            "90146",
            "the store does not exist; create it with 'sessions serve', or check --store");

    private final boolean file;

    /** Allows one backup at a time, because each writes another copy of all data. */
    private final Semaphore backups = new Semaphore(1);

    public H2Dialect(boolean file) {
        this.file = file;
    }

    @Override
    public void configure(HikariConfig pool, String url) {
        Map<String, String> settings = new LinkedHashMap<>();
        // The service closes the database itself, after the last request. It stays open if the pool is empty.
        settings.put("DB_CLOSE_ON_EXIT", "FALSE");
        settings.put("DB_CLOSE_DELAY", "-1");
        // No trace file next to the data, nor a stack trace on the terminal if the file cannot be written.
        settings.put("TRACE_LEVEL_FILE", "0");
        if (file) {
            // Reuse freed space at once, which keeps the file small; safe because every commit waits for the disk.
            settings.put("RETENTION_TIME", "0");
            // No query plan uses H2's statistics. In a test, their background collection read reused space.
            settings.put("ANALYZE_AUTO", "0");
        }
        String upper = url.toUpperCase(Locale.ROOT);
        StringJoiner added = new StringJoiner(";", url + ";", "").setEmptyValue(url);
        settings.forEach((name, value) -> {
            if (!upper.contains(";" + name + "=")) {
                added.add(name + "=" + value);
            }
        });
        pool.setJdbcUrl(added.toString());
    }

    /** Lets the database close with the last connection, because keeping it open would change its settings. */
    @Override
    public String readOnly(String url) {
        return file ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_DELAY=0" : url;
    }

    @Override
    public String foreignTablesAdvice() {
        return "the database contains tables of another program; name another file in --store";
    }

    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of("stored", "", "table_options", "", "concurrently", "", "only_closed", "");
    }

    @Override
    public boolean mayTurnReadOnly() {
        return false;
    }

    @Override
    public List<String> serverTimeouts() {
        return List.of();
    }

    @Override
    public String returningChanged(String update) {
        return "select * from final table (" + update + ")";
    }

    @Override
    public String returningDeleted(String delete) {
        return "select * from old table (" + delete + ")";
    }

    /**
     * Returns the insert unchanged, because H2 has no such clause. If another transaction is adding the row, a plain
     * insert waits for its end.
     */
    @Override
    public String insertIfAbsent(String insert) {
        return insert;
    }

    /** Does not order the locks: H2 detects a deadlock at once, and the caller retries. */
    @Override
    public String changeInKeyOrder(String change, String table, String key, String condition) {
        return change + " where " + key + " = any(:keys) and " + condition;
    }

    @Override
    public String userCondition() {
        return "user_id = :user_id";
    }

    /**
     * Uses two ranges instead of comparing a row value: H2 would start reading the index at the open time only, and
     * skip the rows before the cursor one by one. The second range uses {@code <=}, because for {@code <} H2 also reads
     * the rows at the bound.
     */
    @Override
    public List<String> rangesAfterCursor() {
        return List.of("open_time = :after_time and id < :after_id", "open_time <= :before_time");
    }

    @Override
    public Durability durability(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            if (connection.isReadOnly()) {
                throw new SQLException("its file or folder cannot be written", READ_ONLY);
            }
            statement.execute("set max_length_inplace_lob " + MAX_CONTENT_IN_ROW);
            return file ? H2GroupCommit.start(connection) : Durability.BY_COMMIT;
        }
    }

    @Override
    public Optional<String> explanation(SQLException failed) {
        return Optional.ofNullable(failed.getSQLState()).map(EXPLANATIONS::get);
    }

    @Override
    public void backUp(SqlDatabase database, OutputStream out) throws IOException {
        if (!file) {
            throw new NotSupportedException(StoreProvider.NO_BACKUP_IN_MEMORY);
        }
        if (!backups.tryAcquire()) {
            throw new StoreUnavailableException("Another backup is in progress", null);
        }
        try {
            new H2Backup(database).write(out);
        } finally {
            backups.release();
        }
    }

    @Override
    public void removeUnfinishedBackups(String url) {
        if (file) {
            try {
                BackupFolder.removeUnused(H2File.of(url));
            } catch (IOException failed) {
                // The store can be used anyway.
                LOG.log(Level.WARNING, "An unfinished backup could not be removed", failed);
            }
        }
    }

    /**
     * Uses its own connection to close the database, which would otherwise stay open while the pool still opens
     * connections.
     */
    @Override
    public void close(HikariDataSource pool) throws SQLException {
        try (pool;
                Connection last = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(),
                        pool.getPassword())) {
            pool.close();
            closeWithLastConnection(last);
        }
    }

    /** Makes the database close with its last connection. */
    static void closeWithLastConnection(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set db_close_delay 0");
        }
    }
}
