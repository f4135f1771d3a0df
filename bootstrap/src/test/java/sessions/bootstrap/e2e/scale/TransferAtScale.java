package sessions.bootstrap.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.e2e.DatabaseRows;
import sessions.bootstrap.e2e.InterruptedCommand;
import sessions.bootstrap.e2e.Launcher;
import sessions.bootstrap.e2e.StoredSessions;
import sessions.domain.model.Json;
import sessions.testkit.server.PostgresServer;

/**
 * Moves a hundred thousand sessions, a hundred of them with 1 MiB of content, in little memory, with commands that are
 * killed midway and run again: no session is missing or duplicated. Only the profile {@code scale} runs this.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferAtScale {

    private static final int SESSIONS = 100_000;
    private static final int ONE_IN = 1000;
    private static final String LARGE = "x".repeat(1 << 20);
    private static final String USUAL = "x".repeat(100);
    private static final String ALL = "\"verified\":" + SESSIONS + ",\"missing\":0,\"different\":0";
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([0-9a-f]{32})\"");

    private Path folder = Path.of("");
    private String h2 = "";
    private Launcher launcher = Launcher.in(folder);

    @BeforeAll
    void fill(@TempDir Path empty) {
        folder = empty;
        h2 = "jdbc:h2:file:" + folder.resolve("sessions");
        launcher = Launcher.in(folder).with("SESSIONS_JAVA_OPTS", "-Xmx64m").with("SESSIONS_STORE", h2);
        StoredSessions.fill(h2, SESSIONS,
                i -> new Json("{\"n\":" + i + ",\"x\":\"" + (i % ONE_IN == 0 ? LARGE : USUAL) + "\"}"));
    }

    @Test
    void killedTransfersMoveEachSessionOnce() throws IOException, InterruptedException {
        Path file = folder.resolve("sessions.jsonl");
        exportKilledOnTheWay(file);
        String postgres = PostgresServer.newDatabase();
        addedInTwoRuns(() -> DatabaseRows.count(postgres) >= SESSIONS / 2, "import", file.toString(), "--store",
                postgres);
        StoredSessions.assertSame(h2, postgres);
        Path other = folder.resolve("other.mv.db");
        String otherH2 = "jdbc:h2:file:" + folder.resolve("other");
        long half = Files.size(folder.resolve("sessions.mv.db")) / 2;
        addedInTwoRuns(() -> Files.exists(other) && Files.size(other) > half, "copy", postgres, otherH2);
        StoredSessions.assertSame(h2, otherH2);
    }

    private void exportKilledOnTheWay(Path file) throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("sessions.jsonl.progress");
        InterruptedCommand.kill(launcher.start("export", file.toString()),
                () -> Files.exists(checkpoint) && exported(checkpoint) >= SESSIONS / 2);
        assertThat(file).doesNotExist();
        Launcher.Ran again = launcher.run("export", file.toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).matches("sessions: resuming after [\\d,]+ sessions\\R");
        assertThat(again.out()).contains("\"exported\":" + SESSIONS, ALL).doesNotContain("\"resumed_after\":0");
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.map(TransferAtScale::id).collect(Collectors.toMap(id -> id, _ -> 1, Integer::sum)))
                    .hasSize(SESSIONS).doesNotContainValue(2);
        }
    }

    private static long exported(Path checkpoint) throws IOException {
        return Files.readString(checkpoint).lines().filter(line -> line.startsWith("sessions="))
                .mapToLong(line -> Long.parseLong(line.substring("sessions=".length()))).findFirst().orElseThrow();
    }

    private static String id(String line) {
        return ID.matcher(line).results().map(MatchResult::group).findFirst().orElseThrow();
    }

    private void addedInTwoRuns(InterruptedCommand.Mark mark, String... command)
            throws IOException, InterruptedException {
        InterruptedCommand.kill(launcher.start(command), mark);
        Launcher.Ran again = launcher.run(command);
        assertThat(again).isEqualTo(new Launcher.Ran(0, again.out(), ""));
        assertThat(again.out()).contains("\"read\":" + SESSIONS, ALL).doesNotContain("\"added\":0,",
                "\"present\":0,");
    }

    @Test
    void terminalShowsProgress() throws InterruptedException {
        String command = launcher.script() + " export shown.jsonl.gz && " + launcher.script()
                + " import --no-verify shown.jsonl.gz";
        Launcher.Ran ran = new Launcher(Path.of("script"), folder, launcher.with("NO_COLOR", "1").environment())
                .run("-qec", command, "/dev/null");
        assertThat(ran.exit()).as(ran.out()).isZero();
        for (String task : Set.of("Export", "Verify", "Import")) {
            assertThat(ran.out()).containsPattern("\r" + task + " +\\d{1,2}% \\[")
                    .containsPattern("\r" + task + " +100% \\[");
        }
        assertThat(ran.out()).containsPattern("exported +" + SESSIONS).containsPattern("present +" + SESSIONS);
    }
}
