package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.PostgresServer;

/** The packaged program moves sessions between stores and files, without a service. */
@Tag("slow")
class TransferIT {

    @TempDir
    private Path folder;

    private String h2 = "";
    private AdminProgram operator = new AdminProgram(Launcher.in(Path.of("")));

    @BeforeEach
    void fill() {
        h2 = "jdbc:h2:file:" + folder.resolve("sessions");
        StoredSessions.fillWithAllKinds(h2);
        operator = new AdminProgram(Launcher.in(folder).with("SESSIONS_STORE", h2));
    }

    @Test
    void sessionsAreUnchangedAfterMovingThroughAllStores() throws IOException, InterruptedException {
        String postgres = PostgresServer.newDatabase();
        String file = "file:" + folder.resolve("sessions.json");
        String otherH2 = "jdbc:h2:file:" + folder.resolve("other");
        String summary = "\"verified\":4,\"missing\":0,\"different\":0,";
        assertThat(operator.ok("export", "plain.jsonl", "-o", "jsonl")).contains("\"exported\":4", summary);
        assertThat(operator.ok("import", "plain.jsonl", "--store", postgres, "-o", "jsonl")).contains("\"added\":4",
                summary);
        assertThat(operator.ok("copy", postgres, file, "-o", "jsonl")).contains("\"added\":4", summary);
        assertThat(operator.ok("export", "packed.jsonl.gz", "--store", file, "-o", "jsonl")).contains(summary);
        assertThat(operator.ok("import", "packed.jsonl.gz", "--store", otherH2, "-o", "jsonl")).contains("\"added\":4",
                summary);
        for (String store : new String[]{postgres, file, otherH2}) {
            StoredSessions.assertSame(h2, store);
        }
        for (String name : new String[]{"plain.jsonl", "packed.jsonl.gz"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void fileOfTheFlatFileStoreCanBeImported() throws InterruptedException {
        Path file = folder.resolve("sessions.json");
        operator.ok("copy", h2, "file:" + file);
        String postgres = PostgresServer.newDatabase();
        assertThat(operator.ok("import", file.toString(), "--store", postgres)).contains("\"verified\":4");
        StoredSessions.assertSame(h2, postgres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "file:"})
    void dryRunNeedsAndCreatesNoStore(String kind) throws IOException, InterruptedException {
        operator.ok("export", "sessions.jsonl");
        String store = kind + folder.resolve("data/sessions");
        String report = "\"read\":4,\"added\":4,\"present\":0,";
        assertThat(operator.ok("import", "sessions.jsonl", "--dry-run", "--store", store)).contains(report);
        assertThat(operator.ok("copy", h2, store, "--dry-run")).contains(report);
        assertThat(folder.resolve("data")).doesNotExist();
        operator.ok("import", "sessions.jsonl", "--store", store);
        assertThat(operator.ok("import", "sessions.jsonl", "--dry-run", "--store", store)).contains("\"present\":4,");
    }

    @Test
    void oneForSkippedOrDifferentSessions() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bad.json"), "[{\"id\":\"x\"}]");
        Launcher.Ran skipped = operator.launcher().run("import", "bad.json", "-o", "csv");
        assertThat(skipped.exit()).isEqualTo(1);
        assertThat(skipped.out()).contains("\n1,0,0,0,1,false,0,0,0,");
        assertThat(skipped.err()).hasLineCount(1).startsWith("sessions: 1 session skipped: ");
        operator.ok("export", "sessions.jsonl");
        Path file = folder.resolve("sessions.jsonl");
        Files.writeString(file, Files.readString(file).replace("9007199254740993.10", "9007199254740992"));
        Launcher.Ran different = operator.launcher().run("import", "sessions.jsonl");
        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.err()).hasLineCount(1).contains("differ: 0 sessions missing, 1 session different");
    }

    @Test
    void twoForBadInput() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bad.json"), "[{]");
        operator.fails(2, "there is no file none (see sessions import --help)", "import", "none");
        operator.fails(2, "bad.json already exists; --force overwrites it (see sessions export --help)", "export",
                "bad.json");
        operator.fails(2, "FROM and TO are the same store (see sessions copy --help)", "copy", h2, h2);
        Launcher.Ran malformed = operator.launcher().run("import", "bad.json");
        assertThat(malformed.exit()).isEqualTo(2);
        assertThat(malformed.out()).isEmpty();
        assertThat(malformed.err().lines())
                .containsExactly("sessions: bad.json: The JSON is malformed at line 1, column 3");
        operator.fails(2, "Validation failed: --store must be persistent, but memory: is not", "export", "x",
                "--store", "memory:");
    }

    @Test
    void sixForAMissingStore() throws InterruptedException {
        String none = "jdbc:h2:file:" + folder.resolve("none");
        for (String[] command : new String[][]{{"export", "x", "--store", none}, {"copy", none, h2}}) {
            Launcher.Ran ran = operator.launcher().run(command);
            assertThat(ran.exit()).isEqualTo(6);
            assertThat(ran.err()).hasLineCount(1).startsWith("sessions: The store " + none + " cannot be opened: ")
                    .contains("the store does not exist");
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:", "file:"})
    void sixForAStoreInUseByAService(String kind) throws IOException, InterruptedException {
        String store = kind + folder.resolve("held");
        Files.writeString(folder.resolve("empty.jsonl"), "");
        try (ServiceProcess _ = ServiceProcess.start(operator.launcher(), store)) {
            String held = "The store " + store
                    + " cannot be opened: another process has it open, probably a running service: stop it first";
            operator.fails(6, held, "import", "empty.jsonl", "--store", store);
            operator.fails(6, held, "copy", h2, store);
            String advice = kind.contains("h2")
                    ? ", or restore a backup (sessions backup) to another store and use"
                            + " that"
                    : "";
            operator.fails(6, held + advice, "export", "x", "--store", store);
            operator.fails(6, held + advice, "copy", store, h2);
        }
    }
}
