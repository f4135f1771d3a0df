package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every failure prints one clear line and has the documented exit status. */
@Tag("slow")
class ExitStatusIT {

    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    private ServiceProcess service = null;
    private AdminProgram operator = new AdminProgram(Launcher.in(folder));

    @BeforeEach
    void start() throws IOException {
        service = ServiceProcess.start(Launcher.in(folder), "memory:");
        operator = AdminProgram.of(Launcher.in(folder), service.port());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void twoForBadInput() throws InterruptedException {
        operator.fails(2, "--all and --limit cannot be combined (see sessions list --help)", "list", "--all", "--limit",
                "5");
        operator.fails(2, "The JSON is malformed at line 1, column 2", "store", UNKNOWN, "{a}");
        operator.fails(2, "Validation failed: user_id must have 1 to 255 characters but has 0", "open", "--user", "");
    }

    @Test
    void threeForAMissingSession() throws InterruptedException {
        operator.fails(3, "there is no session " + UNKNOWN, "get", UNKNOWN);
        operator.fails(3, "there is no session not-an-id", "get", "not-an-id");
    }

    @Test
    void fourForAnUnknownKey() throws IOException, InterruptedException {
        try (GuardedGateway gateway = GuardedGateway.start(service.port(), "s3cret")) {
            AdminProgram outside = AdminProgram.of(Launcher.in(folder), gateway.port());
            assertThat(new AdminProgram(outside.launcher().with("SESSIONS_API_KEY", "s3cret")).open("user"))
                    .isNotEmpty();
            for (AdminProgram rejected : new AdminProgram[]{outside,
                    new AdminProgram(outside.launcher().with("SESSIONS_API_KEY", "0th3r"))}) {
                Launcher.Ran ran = rejected.launcher().run("list");
                assertThat(ran.exit()).isEqualTo(4);
                assertThat(ran.out()).isEmpty();
                assertThat(ran.err()).hasLineCount(1).startsWith("sessions: ").doesNotContain("0th3r");
            }
        }
    }

    @Test
    void fiveForAConflict() throws InterruptedException {
        String id = operator.open("user");
        operator.fails(5, "The session has changed: its version is now 1", "store", id, "1", "--if-version", "7");
        operator.ok("close", id);
        operator.fails(5, "The session is closed and can no longer be changed", "touch", id);
    }

    @Test
    void sixForAnUnreachableService() throws IOException, InterruptedException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }
        for (String[] command : new String[][]{{"list"}, {"ping"}, {"close", "--user", "u"}}) {
            Launcher.Ran ran = AdminProgram.of(Launcher.in(folder), port).launcher().run(command);
            assertThat(ran.exit()).isEqualTo(6);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).hasLineCount(1).contains("http://127.0.0.1:" + port, "refused");
        }
    }

    @Test
    void oneForAnotherProgramAtTheUrl() throws IOException, InterruptedException {
        try (GuardedGateway website = GuardedGateway.website()) {
            Launcher.Ran ran = AdminProgram.of(Launcher.in(folder), website.port()).launcher().run("list");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).hasLineCount(1).contains("http://127.0.0.1:" + website.port());
        }
    }

    @Test
    void oneForAStoreWithoutBackup() throws InterruptedException {
        operator.fails(1,
                "A store in memory cannot be backed up or restored: its sessions are lost when the service stops",
                "backup",
                "b.zip");
        assertThat(folder.resolve("b.zip")).doesNotExist();
    }

    @Test
    void oneHundredAndThirtyForCtrlC() throws IOException, InterruptedException {
        try (HttpCaller caller = new HttpCaller(service.port())) {
            for (int i = 0; i < 1500; i++) {
                caller.open("user");
            }
        }
        Process list = InterruptibleProcess.start(operator.launcher(), "list", "--all", "-o", "jsonl");
        CompletableFuture<String> err = Launcher.errorsLater(list);
        BufferedReader out = list.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).contains("\"user_id\":\"user\"");
        // More output than a pipe holds is pending, so the command has not ended by itself.
        InterruptibleProcess.interrupt(list);
        assertThat(list.waitFor()).isEqualTo(130);
        assertThat(err.join()).isEqualTo("sessions: interrupted" + System.lineSeparator());
    }
}
