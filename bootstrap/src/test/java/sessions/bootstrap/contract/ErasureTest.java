package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.ExpirySweep;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.MongoWireServer;
import sessions.testkit.server.PostgresServer;
import sessions.wire.mergepatch.JsonMergePatch;

/**
 * After purging and erasure, no table, document or flat file contains data of the user. The test searches every column
 * of every table, every document and every file.
 */
class ErasureTest {

    private static final String USER = "erased-user";
    private static final String KEPT = "kept-user";

    /** Longer than H2 and PostgreSQL store inline in a row. */
    private static final int LONG = 200_000;

    abstract static class OnStore {

        private final SettableClock clock = new SettableClock(Fixtures.NOON);
        private final SessionStore store;
        private final DrivingPorts ports;

        OnStore(SessionStore store) {
            this.store = store;
            this.ports = UseCases.on(store, clock, new SessionRules(Fixtures.ONE_HOUR, 100), new JsonMergePatch(1000),
                    new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of()));
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Test
        void noTraceOfAnErasedUser() throws Exception {
            open(USER, 10);
            close(open(USER, LONG));
            open(KEPT, LONG);
            assertThat(found(USER)).isNotEmpty();
            assertThat(ports.admin().eraseSessions("", USER)).isEqualTo(2);
            assertThat(found(USER)).isEmpty();
            assertThat(found(KEPT)).isNotEmpty();
        }

        @Test
        void noTraceOfSessionsPastRetention() throws Exception {
            open(USER, LONG);
            close(open(USER, 10));
            clock.advance(Duration.ofDays(2));
            open(KEPT, 10);
            assertThat(new ExpirySweep(store, clock, Duration.ofDays(1)).run(() -> false).removed()).isEqualTo(2);
            assertThat(found(USER)).isEmpty();
            assertThat(found(KEPT)).isNotEmpty();
        }

        @Test
        void noTraceOfPurgedSessions() throws Exception {
            open(USER, LONG);
            clock.advance(Duration.ofDays(1));
            assertThat(ports.admin().purgeSessions("", clock.instant())).isEqualTo(1);
            assertThat(found(USER)).isEmpty();
        }

        /** All data of the user: id, address, content and idempotency key. */
        private SessionV1 open(String user, int length) {
            Json content = new Json("\"" + user + "x".repeat(length) + "\"");
            return ports.resources().openSession("", new SessionOpening(user, user, user, user, content, content),
                    new IdempotencyKey(user + length)).orElseThrow();
        }

        private void close(SessionV1 session) {
            assertThat(ports.resources().close("", session.id().value(), null)).isPresent();
        }

        /** Returns the places that contain a text. */
        abstract List<String> found(String text) throws Exception;
    }

    abstract static class OnDatabase extends OnStore {

        private final String url;

        OnDatabase(String url) {
            super(StoreProviders.open(new StoreSettings(url, null, null)));
            this.url = url;
        }

        @Override
        List<String> found(String text) throws SQLException {
            List<String> places = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection(url)) {
                for (String table : tables(connection)) {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                        find(text, table, rows, places);
                    }
                }
            }
            return places;
        }

        private static List<String> tables(Connection connection) throws SQLException {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                    new String[]{"TABLE", "BASE TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).hasSizeGreaterThanOrEqualTo(3);
            return tables;
        }

        private static void find(String text, String table, ResultSet rows, List<String> places) throws SQLException {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    String value = rows.getString(column);
                    if (value != null && value.contains(text)) {
                        places.add(table + "." + rows.getMetaData().getColumnName(column));
                    }
                }
            }
        }
    }

    @Nested
    class OnH2 extends OnDatabase {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnPostgres extends OnDatabase {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }

    abstract static class OnDocuments extends OnStore {

        private final String url;

        OnDocuments(String url) {
            super(StoreProviders.open(new StoreSettings(url, null, null), Fixtures.ONE_HOUR));
            this.url = url;
        }

        @Override
        List<String> found(String text) {
            return MongoWireServer.documents(url).stream().filter(document -> document.contains(text)).toList();
        }
    }

    @Nested
    class OnMongoDb extends OnDocuments {
        OnMongoDb() {
            super(MongoWireServer.newDatabase());
        }
    }

    @Nested
    class OnFlatFile extends OnStore {

        private final Path folder;

        OnFlatFile(@TempDir Path folder) {
            super(StoreProviders.open(new StoreSettings("file:" + folder.resolve("sessions.json"), null, null),
                    Fixtures.ONE_HOUR));
            this.folder = folder;
        }

        @Override
        List<String> found(String text) throws IOException {
            List<String> places = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (Files.readString(file).contains(text)) {
                        places.add(file.getFileName().toString());
                    }
                }
            }
            return places;
        }
    }
}
