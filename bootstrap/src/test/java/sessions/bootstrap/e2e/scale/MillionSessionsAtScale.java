package sessions.bootstrap.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.e2e.AdminProgram;
import sessions.bootstrap.e2e.Launcher;
import sessions.bootstrap.e2e.ServiceProcess;
import sessions.testkit.server.PostgresServer;

/** The admin commands on a million sessions, and on a terminal. Only the profile {@code scale} runs this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionSessionsAtScale {

    private static final int SESSIONS = 1_000_000;
    private static final int OF_BUSY_USER = 10_000;

    private Path folder = Path.of("");
    private List<ServiceProcess> running = List.of();
    private AdminProgram operator = new AdminProgram(Launcher.in(folder));

    @BeforeAll
    void fillAndStart(@TempDir Path empty) throws IOException, SQLException {
        folder = empty;
        Launcher launcher = Launcher.in(folder);
        String database = PostgresServer.newDatabase();
        ServiceProcess service = ServiceProcess.start(launcher, database);
        running = List.of(service);
        operator = AdminProgram.of(launcher, service.port());
        long now = Instant.now().minusMillis(SESSIONS).toEpochMilli();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into sessions (id, user_id, user_name, active, open_time, request_time, address, client,
                        version, expires_at)
                    select gen_random_uuid(), case when i %% %s = 0 then 'busy' else 'user' || i %% 1000 end, 'Name',
                        true, %s + i, %s + i, '192.0.2.7', 'web', 1, %s from generate_series(1, %s) i"""
                    .formatted(SESSIONS / OF_BUSY_USER, now, now, now + Duration.ofDays(1).toMillis(), SESSIONS));
            statement.execute("vacuum analyze sessions");
        }
    }

    @AfterAll
    void stop() {
        running.forEach(ServiceProcess::close);
    }

    @Test
    void listingAMillionSessionsTakesLittleMemory() throws IOException, InterruptedException {
        Process list = operator.launcher().with("SESSIONS_JAVA_OPTS", "-Xmx64m").start("list", "--all", "-o", "jsonl");
        CompletableFuture<String> err = Launcher.errorsLater(list);
        Set<String> ids = new HashSet<>();
        int lines = 0;
        BufferedReader out = list.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            ids.add(line.substring("{\"id\":\"".length(), "{\"id\":\"".length() + 32));
            lines++;
        }
        assertThat(list.waitFor()).as(err.join()).isZero();
        assertThat(err.join()).isEmpty();
        assertThat(lines).isEqualTo(SESSIONS);
        assertThat(ids).hasSize(SESSIONS);
    }

    @Test
    void firstPageOfAMillionSessionsTakesLittleMemory() throws InterruptedException {
        Launcher shell = new Launcher(Path.of("/bin/sh"), folder, operator.launcher()
                .with("SESSIONS", operator.launcher().script().toString()).environment());
        Launcher.Ran ran = shell.run("-c", "{ $SESSIONS list --all -o jsonl; echo $? >&2; } | head -n 3");
        assertThat(ran.out()).hasLineCount(3);
        assertThat(ran.err()).isEqualTo("0\n");
    }

    @Test
    void closingTenThousandSessionsAsksAndShowsProgress() throws IOException, InterruptedException {
        String command = operator.launcher().script() + " close --user busy";
        Process terminal = new Launcher(Path.of("script"), folder, operator.launcher().with("NO_COLOR", "1")
                .environment()).start("-qec", command, "/dev/null");
        try (OutputStream keyboard = terminal.getOutputStream()) {
            keyboard.write("y\n".getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            String screen = Launcher.text(terminal.getInputStream());
            assertThat(terminal.waitFor()).as(screen).isZero();
            assertThat(screen).contains("This would close 10,000 sessions, such as:", "Really close 10,000 sessions?",
                    "closed   10000");
            assertThat(screen).containsPattern("\rClose +\\d{1,2}% \\[").containsPattern("\rClose +100% \\[");
        }
        assertThat(operator.ok("list", "--user", "busy", "--active", "-o", "jsonl")).isEmpty();
    }
}
