package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.PostgresPassword;

/** Every start-up failure prints one line on standard error. */
@Tag("slow")
@Timeout(120)
class StartFailuresIT {

    @TempDir
    private Path folder;

    @Test
    void invalidOption() throws InterruptedException {
        assertFails(2, "Invalid value for option '--port': '99999' is not a port from 0 to 65535"
                + " (see sessions serve --help)", launcher(), "serve", "--port", "99999");
    }

    @Test
    void invalidVariable() throws InterruptedException {
        assertFails(2, "SESSIONS_EXPIRE_TIMEOUT: '1' is not a time such as 500ms, 30s, 15m, 24h, 7d or PT15M"
                + " (see sessions serve --help)",
                launcher().with("SESSIONS_EXPIRE_TIMEOUT", "1"), "serve");
    }

    @Test
    void unknownCommand() throws InterruptedException {
        assertFails(2, "Unknown command: 'start'; did you mean stats or status or list? (see sessions"
                + " --help)", launcher(), "start");
        assertFails(2, "a command is missing (see sessions --help)", launcher());
    }

    @Test
    void unknownStore() throws InterruptedException {
        assertFails(2, "Validation failed: --store must be memory:, file:PATH, jdbc:h2:file:PATH, jdbc:h2:mem:NAME,"
                + " jdbc:postgresql://HOST/DATABASE or mongodb://HOST/DATABASE but is redis://host", launcher(),
                "serve", "--store", "redis://host");
    }

    @Test
    void adminCommandsDoNotCreateAMissingStore() throws InterruptedException {
        for (String store : new String[]{"jdbc:h2:file:./nothing", "file:./nothing.json"}) {
            Launcher.Ran ran = launcher().run("list", "--direct", "--store", store);
            assertThat(ran.exit()).isNotZero();
            assertThat(ran.err()).hasLineCount(1).contains("the store does not exist");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void adminCommandsRejectAStoreInMemory() throws InterruptedException {
        assertFails(2, "Validation failed: --store must be persistent for --direct, but memory: is not",
                launcher().with("SESSIONS_STORE", "memory:"), "open", "--user", "u", "--direct");
    }

    @Test
    void unreachablePostgres() throws IOException, InterruptedException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/sessions";
        for (String[] command : new String[][]{{"serve"}, {"list", "--direct"}}) {
            Launcher.Ran ran = launcher().with("SESSIONS_STORE", url).run(command);
            assertThat(ran.exit()).isEqualTo(6);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).hasLineCount(1).startsWith("sessions: The store " + url + " cannot be opened: ");
        }
    }

    @Test
    void wrongPasswordForPostgres() throws SQLException, InterruptedException {
        String url = PostgresPassword.newDatabaseOf("guarded", "s3cret");
        Launcher guarded = launcher().with("SESSIONS_STORE_USER", "guarded").with("SESSIONS_STORE", url);
        String shown = url.substring(0, url.indexOf('?'));
        assertFails(6, "The store " + shown + " cannot be opened: FATAL: password authentication failed for user"
                + " \"guarded\"", guarded.with("SESSIONS_STORE_PASSWORD", "0th3r"), "serve");
        assertThat(guarded.with("SESSIONS_STORE_PASSWORD", "s3cret").run("list", "--direct").exit()).isZero();
    }

    @Test
    void portInUse() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails(1, "Cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use",
                    launcher(),
                    "serve", "--store", "memory:", "--port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void fileWithoutSessions() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sessions.json"), "[{]");
        assertFails(6, "The store file:" + file + " cannot be opened: " + file
                + " cannot be read: The JSON is malformed at line 1, column 3", launcher(), "serve", "--store",
                "file:" + file);
        assertThat(file).content().isEqualTo("[{]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "file:"})
    void fileInUseByAService(String kind) throws IOException, InterruptedException {
        String store = kind + folder.resolve("sessions");
        try (ServiceProcess service = ServiceProcess.start(launcher(), store)) {
            Launcher holding = launcher().with("SESSIONS_STORE", store);
            String held = "The store " + store
                    + " cannot be opened: another process has it open, probably a running service";
            assertFails(6, held, holding, "serve", "--port", "0");
            assertFails(6, held + ": omit --direct to use the running service, or stop it", holding, "list",
                    "--direct");
            service.terminate();
            assertThat(service.await().out()).contains("Stopped.");
        }
    }

    private Launcher launcher() {
        return Launcher.in(folder);
    }

    private static void assertFails(int exit, String message, Launcher launcher, String... arguments)
            throws InterruptedException {
        assertThat(launcher.run(arguments))
                .isEqualTo(new Launcher.Ran(exit, "", "sessions: " + message + System.lineSeparator()));
    }
}
