package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.Json;
import sessions.testkit.server.PostgresServer;

/** Transfers that are interrupted and run again. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedTransferIT {

    private static final int SESSIONS = 20_000;

    /** As few as do not fit, because a flat file is rewritten for each batch of imported sessions. */
    private static final int TOO_MANY_FOR_THE_DISK = 10_000;

    private static final String INTERRUPTED = "sessions: interrupted" + System.lineSeparator();
    private static final String RESUMED = "sessions: resuming after [\\d,]+ sessions\\R";

    private Path folder = Path.of("");
    private Launcher launcher = Launcher.in(folder);
    private String store = "";
    private String tooLarge = "";

    @BeforeAll
    void fill(@TempDir Path empty) {
        folder = empty;
        // On a server, because an embedded store's files could not grow either if the disk is full.
        store = PostgresServer.newDatabase();
        tooLarge = PostgresServer.newDatabase();
        StoredSessions.fill(store, SESSIONS, InterruptedTransferIT::content);
        StoredSessions.fill(tooLarge, TOO_MANY_FOR_THE_DISK, InterruptedTransferIT::content);
        launcher = Launcher.in(folder).with("SESSIONS_STORE", store);
    }

    private static Json content(int index) {
        return new Json("{\"n\":" + index + ",\"x\":\"" + "x".repeat(2000) + "\"}");
    }

    @Test
    void exportResumesAfterCtrlC() throws IOException, InterruptedException {
        Path file = folder.resolve("interrupted.jsonl");
        Process export = InterruptibleProcess.start(launcher, "export", file.toString());
        InterruptedCommand.await(export, () -> Files.exists(beside(file, ".progress")));
        InterruptibleProcess.interrupt(export);
        assertThat(Launcher.errors(export)).isEqualTo(INTERRUPTED);
        assertThat(export.waitFor()).isEqualTo(130);
        assertThat(file).doesNotExist();
        assertResumes(file);
    }

    @Test
    void fullDiskLeavesNoCompleteLookingFile() throws IOException, InterruptedException {
        Path file = folder.resolve("full.jsonl");
        assertThat(onAFullDisk("export", file.toString()))
                .isEqualTo(new Launcher.Ran(1, "", "sessions: Cannot write " + file + ".part:"
                        + " File too large; to resume, run the same command again" + System.lineSeparator()));
        assertThat(file).doesNotExist();
        assertResumes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "file:"})
    void importOnAFullDiskReportsTheReasonAndCanBeRepeated(String technology) throws InterruptedException {
        String file = folder.resolve("sessions.jsonl").toString();
        assertThat(launcher.with("SESSIONS_STORE", tooLarge).run("export", file, "--force").exit()).isZero();
        String target = technology + folder.resolve("full");
        Launcher.Ran full = onAFullDisk("import", file, "--store", target);
        assertThat(full.exit()).isEqualTo(6);
        assertThat(full.err()).contains("sessions added before this error:")
                .endsWith("sessions: The change could not be written to disk: File too large" + System.lineSeparator())
                .doesNotContain("\tat ");
        assertThat(new AdminProgram(launcher).ok("import", file, "--store", target))
                .contains("\"read\":" + TOO_MANY_FOR_THE_DISK, "\"verified\":" + TOO_MANY_FOR_THE_DISK)
                .doesNotContain("\"present\":0,");
    }

    @Test
    void restoreOnAFullDiskNamesTheStore() throws InterruptedException {
        AdminProgram operator = new AdminProgram(launcher);
        String whole = "jdbc:h2:file:" + folder.resolve("whole");
        operator.ok("copy", tooLarge, whole, "--no-verify");
        String archive = folder.resolve("whole.zip").toString();
        assertThat(launcher.run("backup", archive, "--direct", "--store", whole).exit()).isZero();
        String target = "jdbc:h2:file:" + folder.resolve("restored");
        assertThat(onAFullDisk("restore", archive, "--store", target)).isEqualTo(new Launcher.Ran(1, "",
                "sessions: Cannot restore " + target + ": File too large" + System.lineSeparator()));
        assertThat(folder.resolve("restored.mv.db")).doesNotExist();
    }

    /** The limit is in blocks of 512 bytes (POSIX) or 1,024. */
    private Launcher.Ran onAFullDisk(String... command) throws InterruptedException {
        String[] shell = {"-c", "ulimit -f 16384 && exec \"$@\"", "sh", launcher.script().toString()};
        return new Launcher(Path.of("sh"), folder, launcher.environment())
                .run(Stream.concat(Stream.of(shell), Stream.of(command)).toArray(String[]::new));
    }

    @Test
    void importAndCopyCanBeRepeatedAfterCtrlC() throws IOException, InterruptedException {
        String file = folder.resolve("whole.jsonl.gz").toString();
        assertThat(launcher.run("export", file).exit()).isZero();
        for (String[] command : new String[][]{{"import", file, "--store"}, {"copy", store}}) {
            String target = PostgresServer.newDatabase();
            String[] whole = with(command, target);
            Process process = InterruptibleProcess.start(launcher, whole);
            InterruptedCommand.await(process, () -> DatabaseRows.count(target) > 0);
            InterruptibleProcess.interrupt(process);
            assertThat(Launcher.errors(process)).isEqualTo(INTERRUPTED);
            assertThat(process.waitFor()).isEqualTo(130);
            assertThat(DatabaseRows.count(target)).isBetween(1L, SESSIONS - 1L);
            assertThat(new AdminProgram(launcher).ok(whole))
                    .contains("\"read\":" + SESSIONS, "\"verified\":" + SESSIONS)
                    .doesNotContain("\"present\":0");
            StoredSessions.assertSame(store, target);
        }
    }

    private void assertResumes(Path file) throws InterruptedException {
        Launcher.Ran again = launcher.run("export", file.toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).matches(RESUMED);
        assertThat(again.out()).contains("\"exported\":" + SESSIONS, "\"verified\":" + SESSIONS, "\"missing\":0");
        assertThat(beside(file, ".part")).doesNotExist();
        assertThat(beside(file, ".progress")).doesNotExist();
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String[] with(String[] command, String last) {
        String[] whole = Arrays.copyOf(command, command.length + 1);
        whole[command.length] = last;
        return whole;
    }
}
