package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.wire.resource.ExportLines;

class ExportUserCommandTest {

    private final CliFixture cli = new CliFixture();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachSessionIsPrintedWithContentOnOneLine() {
        SessionV1 closed = cli.close(cli.open("alice"));
        cli.clock.advance(Duration.ofMinutes(1));
        SessionV1 open = cli.open(new SessionOpening("alice", null, null, null, null, new Json("{\n\"a\":\n1.0}")));
        cli.open("bob");
        assertThat(cli.run("export-user", "alice"))
                .isEqualTo(new Ran(0, ExportLines.line(open) + ExportLines.line(closed), ""));
        assertThat(cli.run("export-user", "nobody")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void exportOfManySessionsIsComplete() {
        for (int i = 0; i < 101; i++) {
            cli.open("alice");
        }
        assertThat(cli.run("export-user", "alice").out().lines().distinct()).hasSize(101);
    }

    @Test
    void exportFileIsReadableByItsOwnerOnly() throws IOException {
        SessionV1 session = cli.open("alice");
        Path file = folder.resolve("alice.jsonl");
        Files.writeString(file, "from before");
        Ran ran = cli.run("export-user", "alice", "--out", file.toString());
        assertThat(ran).isEqualTo(
                new Ran(0, "", "sessions: 1 session written to " + file + System.lineSeparator()));
        assertThat(file).hasContent(ExportLines.line(session));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void dashIsStandardOutput() {
        SessionV1 session = cli.open("alice");
        assertThat(cli.run("export-user", "alice", "--out", "-")).isEqualTo(new Ran(0, ExportLines.line(session), ""));
    }

    @Test
    void onlyRegularFilesAreReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "from before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(cli.run("export-user", "alice", "--out", link.toString()))
                .isEqualTo(CliFixture.message(1, "cannot write " + link + ": not a regular file"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("from before");
    }

    @Test
    void missingFolderIsReported() {
        Ran ran = cli.run("export-user", "alice", "--out", folder.resolve("no/where").toString());
        assertThat(ran).isEqualTo(
                CliFixture.message(2, "cannot write " + folder.resolve("no/where") + ": there is no such folder"));
        assertThat(cli.run("export-user", "alice", "--out", folder.toString()))
                .isEqualTo(CliFixture.message(2, "cannot write " + folder + ": it is a folder"));
    }

    @Test
    void invalidUserIdIsRejected() {
        assertThat(cli.run("export-user", "").exit()).isEqualTo(2);
    }
}
