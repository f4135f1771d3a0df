package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

/** Databases and URLs that cannot be used are rejected when the store opens, with the reason. */
class PostgresSuitabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII", "EUC_JP"})
    void rejectsDatabasesThatCannotStoreEveryCharacter(String encoding) {
        assertRejected(PostgresServer.newDatabaseIn(encoding), "--store names a database with the encoding " + encoding
                + ", which cannot store every character; create one with: create database NAME encoding 'UTF8'"
                + " template template0");
    }

    @Test
    void rejectsChangesThatACrashOfTheServerLoses() {
        assertRejected(PostgresServer.newDatabaseWithDefaultTimeouts() + "&options=-c%20synchronous_commit=off",
                "--store must not set synchronous_commit=off: PostgreSQL would confirm changes that a crash of the"
                        + " server loses");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "//127.0.0.1 | must also name the database: jdbc:postgresql://HOST:PORT/DATABASE",
            "//127.0.0.1?user=me | must also name the database: jdbc:postgresql://HOST:PORT/DATABASE",
            "//127.0.0.1:99999/s | has the port 99999; a port is a number from 1 to 65535",
            "//a:1,[::1]:0/s | has the port 0; a port is a number from 1 to 65535",
            "//127.0.0.1:/s | has the port ; a port is a number from 1 to 65535",
            "//127.0.0.1/s%1 | has a % without two hexadecimal digits after it; a percent sign itself is %25"})
    void rejectsMalformedUrls(String place, String problem) {
        assertRejected("jdbc:postgresql:" + place, "--store " + problem);
    }

    @Test
    void namesAnUnknownHost() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> open("jdbc:postgresql://unknown.invalid/sessions"))
                .havingCause().withMessage("unknown host unknown.invalid");
    }

    @Test
    void schemaWithTablesOfAnotherProgramIsNotUsed() throws SQLException {
        String url = PostgresServer.newDatabase();
        SqlStores.execute(url, "create table invoices (id int)");
        assertThatExceptionOfType(StoreFailedException.class).isThrownBy(() -> open(url)).havingCause()
                .withMessage("the schema contains tables of another program; give Sessions a schema of its own with"
                        + " the parameter currentSchema of the store URL, such as ?currentSchema=sessions (it is"
                        + " created if needed)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"sessions | sessions", "Team_A | team_a",
            "\"Team B\" | Team B"})
    void schemaOfTheUrlIsCreatedAndUsed(String parameter, String name) throws SQLException {
        String database = PostgresServer.newDatabase();
        SqlStores.execute(database, "create table invoices (id int)");
        String url = database + "&currentSchema=" + parameter.replace(" ", "%20").replace("\"", "%22");
        StoreSettings settings = new StoreSettings(url, null, null);
        assertThat(StoreProviders.of(settings).schema(settings)).extracting(SchemaPart::state)
                .containsOnly(SchemaPart.State.PENDING);
        SessionV1 session = session("user", NOON);
        try (SessionStore store = open(url)) {
            store.sessions().insert(session);
        }
        try (SessionStore again = open(url)) {
            assertThat(again.sessions().find(session.id(), NOON)).contains(session);
        }
        assertThat(SqlStores.text(database, "select schemaname from pg_tables where tablename in"
                + " ('sessions', 'opening_claims', 'sessions_schema_history')").lines()).hasSize(3).containsOnly(name);
    }

    /** As PostgreSQL does: another program, or a URL without the parameter, uses the same schema. */
    @Test
    void firstExistingSchemaOfASearchPathIsUsed() {
        String database = PostgresServer.newDatabase();
        SessionV1 session = session("user", NOON);
        try (SessionStore store = open(database)) {
            store.sessions().insert(session);
        }
        for (String path : List.of("missing,public", "%22$user%22,public")) {
            try (SessionStore store = open(database + "&currentSchema=" + path)) {
                assertThat(store.sessions().find(session.id(), NOON)).as(path).contains(session);
            }
        }
    }

    private static SessionStore open(String url) {
        return StoreProviders.open(new StoreSettings(url, null, null));
    }

    private static void assertRejected(String url, String problem) {
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> open(url).close())
                .withMessage("Validation failed: " + problem);
    }
}
