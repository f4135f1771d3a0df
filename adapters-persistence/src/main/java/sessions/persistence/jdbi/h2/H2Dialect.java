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
import sessions.persistence.jdbi.Durability;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.persistence.jdbi.SqlDialect;

/** H2 embedded in the process, in a file or in memory. */
public final class H2Dialect implements SqlDialect {

    private static final Logger LOG = System.getLogger(H2Dialect.class.getName());

    /** Content up to this many characters lies in the row itself; beyond, H2 keeps it apart. */
    private static final int MAX_CONTENT_IN_ROW = 131_072;

    /** H2's own code for it. */
    private static final String READ_ONLY = "90097";

    private static final Map<String, String> EXPLANATIONS = Map.of("90020",
            "another process has it open, probably a running service",
            "90146",
            "there is no store yet; serving from here would make one");

    private final boolean file;

    /** Each writes another copy of all that there is. */
    private final Semaphore backups = new Semaphore(1);

    public H2Dialect(boolean file) {
        this.file = file;
    }

    @Override
    public void configure(HikariConfig pool, String url) {
        Map<String, String> settings = new LinkedHashMap<>();
        // The service closes the database itself, after the last request, and not whenever the pool is empty.
        settings.put("DB_CLOSE_ON_EXIT", "FALSE");
        settings.put("DB_CLOSE_DELAY", "-1");
        // Its trace file would lie beside the data, and where that cannot be written, a stack trace on the terminal.
        settings.put("TRACE_LEVEL_FILE", "0");
        if (file) {
            // Reuse freed space at once, which keeps the file small; safe because every commit waits for the disk.
            settings.put("RETENTION_TIME", "0");
            // Its statistics serve no plan of ours, and gathering them in the background met reused space in a trial.
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

    /** It closes with the last connection, because keeping it open would be a change. */
    @Override
    public String readOnly(String url) {
        return file ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_DELAY=0" : url;
    }

    @Override
    public Map<String, String> migrationPlaceholders() {
        return Map.of("stored", "", "table_options", "", "concurrently", "", "only_closed", "");
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

    /** H2 has no such clause; where another transaction is about to add the row, a plain insert waits for its end. */
    @Override
    public String insertUnlessThere(String insert) {
        return insert;
    }

    /** H2 detects a deadlock at once, and the caller repeats. */
    @Override
    public String inOrder(String change, String table, String key, String condition) {
        return change + " where " + key + " = any(:keys) and " + condition;
    }

    @Override
    public String ofUser() {
        return "user_id = :user_id";
    }

    /**
     * H2 reads the index from the first open time on that it is told, and passes over what does not match one by one: from
     * a row value it takes the open time only, and of {@code <} it reads the bound too.
     */
    @Override
    public List<String> behind() {
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
            throw new NotSupportedException(
                    "A store in memory has no backup: its sessions end with the service");
        }
        if (!backups.tryAcquire()) {
            throw new StoreUnavailableException("A backup is being made already", null);
        }
        try {
            new H2Backup(database).write(out);
        } finally {
            backups.release();
        }
    }

    @Override
    public void removeRemains(String url) {
        if (file) {
            try {
                BackupFolder.removeLeft(H2File.of(url));
            } catch (IOException failed) {
                // No reason to keep the store shut.
                LOG.log(Level.WARNING, "An unfinished backup could not be removed", failed);
            }
        }
    }

    /** With a connection of its own: those that the pool opens until it is closed would keep the database open. */
    @Override
    public void close(HikariDataSource pool) throws SQLException {
        try (pool;
                Connection last = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(),
                        pool.getPassword())) {
            pool.close();
            closeWithLastConnection(last);
        }
    }

    /** Lets the database close with the last of its connections. */
    static void closeWithLastConnection(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set db_close_delay 0");
        }
    }
}
