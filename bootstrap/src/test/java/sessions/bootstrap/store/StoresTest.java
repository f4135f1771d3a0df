package sessions.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreSettings;
import sessions.persistence.file.FileSessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.persistence.memory.MemorySessionStore;
import sessions.persistence.mongo.MongoSessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.server.MongoWireServer;

class StoresTest {

    @Test
    void urlSelectsTheStore(@TempDir Path folder) {
        try (SessionStore memory = open(store("memory:"));
                SessionStore file = open(store("file:" + folder.resolve("sessions.json")));
                SessionStore h2 = open(store("jdbc:h2:mem:stores"));
                SessionStore mongo = open(store(MongoWireServer.newDatabase()))) {
            assertThat(memory).isInstanceOf(MemorySessionStore.class);
            assertThat(file).isInstanceOf(FileSessionStore.class);
            assertThat(h2).isInstanceOf(JdbiSessionStore.class);
            assertThat(mongo).isInstanceOf(MongoSessionStore.class);
            assertThat(h2.lists().count(SessionFilter.ALL, Fixtures.NOON)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "memory", "memory:x", "jdbc:mysql://host/x", "jdbc:h2:tcp://host/x", "data/sessions",
            "JDBC:POSTGRESQL://host/x", "file:", "file:data/"})
    void unknownUrlIsRejectedWithTheKnownOnes(String url) {
        assertThatThrownBy(() -> open(store(url))).isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "Validation failed: --store must be memory:, file:PATH, jdbc:h2:file:PATH, jdbc:h2:mem:NAME,"
                                + " jdbc:postgresql://HOST/DATABASE or mongodb://HOST/DATABASE but is " + url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://u:s3cret@host/x", "mongodb://u:a/s3cret@host/x", "mongodb://u:a@s3cret@host/x",
            "mongodb://u:a?s3cret@host/x", "mongodb://u:s3cret;a@host/x", "mongo://u:s3cret?a@host/x",
            "mongodb://host/x?proxyPassword=a@s3cret", "mongodb://u:s3cret@127.0.0.1:1/x?serverSelectionTimeoutMS=1",
            "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=1&s3cret=s3cret", "jdbc:mysql://host/x?password=s3cret",
            "jdbc:h2:tcp:x;PASSWORD=s3cret",
            "jdbc:postgresql://u:s3cret@127.0.0.1:1/x", "jdbc:postgresql://u:a/s3cret@127.0.0.1:1/x",
            "jdbc:postgresql://127.0.0.1:1/x?user=u&password=s3cret"})
    void passwordsAreNeverShown(String url) {
        StoreSettings settings = new StoreSettings(url, "user", "0th3r");
        assertThat(settings.displayUrl() + settings).doesNotContain("s3cret", "0th3r");
        assertThatThrownBy(() -> open(settings)).satisfies(failed -> assertThat(everything(failed))
                .doesNotContain("s3cret", "0th3r"));
    }

    @ParameterizedTest
    @CsvSource({"mongodb://u:p@host/x?w=1,mongodb://host/x", "mongodb://u:p;q@host/x,mongodb:…",
            "jdbc:postgresql://host/x?password=a@b,jdbc:postgresql://host/x", "file:./a@b.json,file:./a@b.json"})
    void displayUrlOmitsParameters(String url, String shown) {
        assertThat(store(url).displayUrl()).isEqualTo(shown);
    }

    @Test
    void fileInTheHomeFolderIsFound(@TempDir Path home) throws IOException {
        String before = System.setProperty("user.home", home.toString());
        try {
            assertThat(Stores.isAbsent(store("file:~/s.json"))).isTrue();
            Files.createFile(home.resolve("s.json"));
            assertThat(Stores.isAbsent(store("file:~/s.json"))).isFalse();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    @Test
    void userAndPasswordInThePostgresUrlAreRejected() {
        assertThatThrownBy(() -> open(store("jdbc:postgresql://me:s3cret@127.0.0.1:1/x")))
                .isInstanceOf(InvalidDataException.class).hasMessage("Validation failed: --store must not name the user"
                        + " before the host: use --store-user and SESSIONS_STORE_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "jdbc:h2:file:data/x", "jdbc:h2:file:./data/sessions.mv.db",
            "jdbc:h2:file:;A=B"})
    void ambiguousH2PathIsRejected(String url) {
        assertThatThrownBy(() -> open(store(url))).isInstanceOf(InvalidDataException.class)
                .hasMessage("Validation failed: --store must name the file by a path that begins with /, ./ or ~/,"
                        + " without .mv.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:", "jdbc:h2:mem:;DB_CLOSE_DELAY=-1"})
    void h2InMemoryWithoutANameIsRejected(String url) {
        assertThatThrownBy(() -> open(store(url))).isInstanceOf(InvalidDataException.class)
                .hasMessage("Validation failed: --store must name the database in memory: jdbc:h2:mem:NAME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"memory: | memory: (in memory: sessions are lost when the service stops)",
            "jdbc:h2:file:./x;TRACE_LEVEL_FILE=0 | jdbc:h2:file:./x (embedded H2, in a file)",
            "file:./x.json | file:./x.json (one JSON file, for small use)",
            "jdbc:h2:mem:x | jdbc:h2:mem:x (embedded H2, in memory: sessions are lost when the service stops)",
            "jdbc:postgresql://h:1/x?ssl=true | jdbc:postgresql://h:1/x (PostgreSQL)",
            "mongodb://u:s3cret@h:1,i:2/x.y?tls=true | mongodb://h:1,i:2/x.y (MongoDB)",
            "mongodb+srv://h/x | mongodb+srv://h/x (MongoDB)"})
    void storesHaveADescription(String url, String description) {
        assertThat(Stores.describe(store(url))).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource({"memory:,memory", "file:./x:y:z,file", "jdbc:h2:mem:x,h2", "jdbc:postgresql://h/x,postgresql",
            "mongodb://h/x,mongodb", "mongodb+srv://h/x,mongodb"})
    void storesHaveADescriptor(String url, String kind) {
        assertThat(Stores.descriptor(store(url))).isEqualTo("service-sessions:persistence:" + kind + ":default:1.0");
    }

    private static SessionStore open(StoreSettings settings) {
        return Stores.open(settings, Fixtures.ONE_HOUR);
    }

    private static StoreSettings store(String url) {
        return new StoreSettings(url, null, null);
    }

    private static String everything(Throwable failed) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }
}
