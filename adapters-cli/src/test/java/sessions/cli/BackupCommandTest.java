package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.cli.CliFixture.Ran;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.memory.MemorySessionStore;

class BackupCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void backupIsReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("backup.zip");
        Ran ran = new CliFixture(backedUpAs("whole")).run("backup", file.toString());
        assertThat(ran).isEqualTo(
                new Ran(0, "", "sessions: backup written to " + file + System.lineSeparator()));
        assertThat(file).hasContent("whole");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void existingFileIsOverwrittenOnlyWithForce() throws IOException {
        CliFixture cli = new CliFixture(backedUpAs("new"));
        Path file = Files.writeString(folder.resolve("backup.zip"), "old");
        assertThat(cli.run("backup", file.toString())).isEqualTo(CliFixture.message(2,
                file + " already exists; --force overwrites it (see sessions backup --help)"));
        assertThat(file).hasContent("old");
        assertThat(cli.run("backup", "--force", file.toString()).exit()).isZero();
        assertThat(file).hasContent("new");
    }

    @Test
    void rejectedBackupLeavesNoFile() {
        assertThat(new CliFixture().run("backup", folder.resolve("backup.zip").toString()))
                .isEqualTo(CliFixture.message(1,
                        "A store in memory cannot be backed up or restored: its sessions are lost when the service stops"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void missingFolderIsReported() {
        Path file = folder.resolve("no/where");
        assertThat(new CliFixture(backedUpAs("")).run("backup", file.toString()))
                .isEqualTo(CliFixture.message(2, "cannot write " + file + ": there is no such folder"));
    }

    /** A store whose backup is the given text. */
    private static SessionStore backedUpAs(String text) {
        MemorySessionStore store = new MemorySessionStore();
        return (SessionStore) Proxy.newProxyInstance(SessionStore.class.getClassLoader(),
                new Class<?>[]{SessionStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("backUp")) {
                        ((OutputStream) arguments[0]).write(text.getBytes(StandardCharsets.UTF_8));
                        return null;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
