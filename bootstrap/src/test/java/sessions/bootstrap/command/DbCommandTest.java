package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.bootstrap.Main;
import sessions.bootstrap.store.Stores;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.server.MongoWireServer;
import sessions.testkit.server.PostgresServer;

class DbCommandTest {

    private static final String WITHOUT_THE_LAST = """
            delete from "sessions_schema_history" where "version" = '3'; drop index sessions_by_close_time""";

    private static final String A_NEWER_ONE = """
            insert into "sessions_schema_history" ("installed_rank", "version", "description", "type", "script",
                "checksum", "installed_by", "execution_time", "success")
            values (1000, '1000', 'region', 'SQL', 'V1000__region.sql', 1, 'newer', 1, true)""";

    @TempDir
    private Path folder;

    private String store = "";

    /** The result of a command. */
    private record Ran(int exit, String out, String err) {
    }

    @BeforeEach
    void inFolder() {
        store = "jdbc:h2:file:" + folder.resolve("sessions");
    }

    @Test
    void missingStoreIsCreatedOnlyByMigrate() {
        assertThat(db("status")).isEqualTo(new Ran(0, """
                1  pending  sessions
                2  pending  opening claims
                3  pending  closed sessions
                """, ""));
        assertThat(db("validate").exit()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
        assertThat(db("migrate")).isEqualTo(new Ran(0, "",
                "sessions: " + store + " is up to date; applied: 1, 2, 3\n"));
        assertThat(db("validate")).isEqualTo(new Ran(0, "", ""));
        assertThat(db("migrate").err()).isEqualTo("sessions: " + store + " is already up to date\n");
    }

    @Test
    void pendingMigrationsAreReportedAndApplied() throws SQLException {
        make();
        execute(WITHOUT_THE_LAST);
        assertThat(db("validate")).isEqualTo(new Ran(1, "", "sessions: 3 (closed sessions) is pending\n"));
        assertThat(db("status").out()).endsWith("3  pending  closed sessions\n");
        assertThat(db("migrate").err()).endsWith("; applied: 3\n");
        assertThat(db("validate").exit()).isZero();
    }

    @Test
    void newerSchemaFailsValidationButIsUsable() throws SQLException {
        make();
        execute(A_NEWER_ONE);
        assertThat(db("validate"))
                .isEqualTo(new Ran(1, "", "sessions: 1000 (region) comes from a newer version of the program\n"));
        assertThat(run("list", "--direct", "--auto-migrate=false", "--store", store).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MongoDB"})
    void databaseServersAreInspectedAndMigrated(String kind) {
        store = kind.equals("PostgreSQL") ? PostgresServer.newDatabase() : MongoWireServer.newDatabase();
        assertThat(db("status").out()).contains("  pending  ").doesNotContain("applied");
        assertThat(db("migrate").exit()).isZero();
        assertThat(db("status").out()).contains("  applied  ").doesNotContain("pending");
        assertThat(db("validate").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "validate", "migrate"})
    void storesWithoutSchemaNeedNoMigration(String command) {
        store = "memory:";
        Ran ran = db(command);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "list --direct"})
    void withoutAutomaticMigrationOutdatedStoreIsNotOpened(String command) throws SQLException {
        make();
        execute(WITHOUT_THE_LAST);
        Ran ran = run((command + " --auto-migrate=false --store " + store).split(" "));
        assertThat(ran).isEqualTo(new Ran(6, "", "sessions: The schema of " + store + " is not up to date (3 (closed"
                + " sessions) is pending) and automatic migration is off: run sessions db migrate first\n"));
        assertThat(db("status").out()).endsWith("3  pending  closed sessions\n");
    }

    @Test
    void subcommandIsRequired() {
        assertThat(run("db").exit()).isEqualTo(2);
    }

    private void make() {
        Stores.open(new StoreSettings(store, null, null), Fixtures.ONE_HOUR).close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Ran db(String command) {
        return run("db", command, "--store", store);
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
