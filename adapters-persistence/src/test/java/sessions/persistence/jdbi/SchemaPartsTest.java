package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.persistence.SchemaPart.State.APPLIED;
import static sessions.persistence.SchemaPart.State.CHANGED;
import static sessions.persistence.SchemaPart.State.FAILED;
import static sessions.persistence.SchemaPart.State.NEWER;
import static sessions.persistence.SchemaPart.State.PENDING;
import static sessions.testkit.Fixtures.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.SessionsException;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.Migration;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.PostgresServer;

/** Shows the state of a database's migrations, without changing it. */
@Timeout(60)
class SchemaPartsTest {

    @TempDir
    private Path folder;

    private String newDatabase(String kind) {
        return kind.equals("H2") ? "jdbc:h2:file:" + folder.resolve("sessions") : PostgresServer.newDatabase();
    }

    @Test
    void emptyDatabaseIsPendingAndStaysEmpty() throws SQLException {
        String url = PostgresServer.newDatabase();
        assertThat(states(url)).containsExactly(PENDING, PENDING, PENDING);
        assertThat(SqlStores.number(url, "select count(*) from pg_tables where schemaname = 'public'")).isZero();
    }

    @Test
    void missingFileIsPendingAndIsNotCreated() {
        assertThat(states(newDatabase("H2"))).containsExactly(PENDING, PENDING, PENDING);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void showsAppliedAndPendingMigrations(String kind) {
        String url = newDatabase(kind);
        SchemaTest.migrateTo("2", url);
        assertThat(schema(new StoreSettings(url, null, null))).containsExactly(
                new SchemaPart("1", "sessions", APPLIED), new SchemaPart("2", "opening claims", APPLIED),
                new SchemaPart("3", "closed sessions", PENDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void showsMigrationsOfANewerProgram(String kind) throws SQLException {
        String url = newDatabase(kind);
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        SchemaTest.recordNewer(url, true);
        assertThat(schema(new StoreSettings(url, null, null))).hasSize(4)
                .endsWith(new SchemaPart("1000", "region", NEWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void showsFailedAndChangedMigrations(String kind) throws SQLException {
        String url = newDatabase(kind);
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        SqlStores.execute(url, """
                update "sessions_schema_history" set "checksum" = 1 where "version" = '2'""");
        SchemaTest.recordFailure(url);
        assertThat(states(url)).containsExactly(APPLIED, CHANGED, FAILED);
    }

    @Test
    void readingTheStateDoesNotChangeTheFile() throws IOException {
        String url = newDatabase("H2");
        Path file = folder.resolve("sessions.mv.db");
        SchemaTest.migrateTo("2", url);
        byte[] before = Files.readAllBytes(file);
        assertThat(states(url)).containsExactly(APPLIED, APPLIED, PENDING);
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !file.equals(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void storeDoesNotMigrateIfAnOperatorDoes(String kind) {
        String url = newDatabase(kind);
        SchemaTest.migrateTo("1", url);
        try (SessionStore store = StoreProviders
                .open(new StoreSettings(url, null, null).withMigration(Migration.BY_OPERATOR))) {
            assertThatThrownBy(() -> store.idempotency().removeExpired(NOON, 1)).isInstanceOf(SessionsException.class);
        }
        assertThat(states(url)).containsExactly(APPLIED, PENDING, PENDING);
    }

    private static List<SchemaPart.State> states(String url) {
        return schema(new StoreSettings(url, null, null)).stream().map(SchemaPart::state).toList();
    }

    private static List<SchemaPart> schema(StoreSettings store) {
        return StoreProviders.of(store).schema(store);
    }
}
