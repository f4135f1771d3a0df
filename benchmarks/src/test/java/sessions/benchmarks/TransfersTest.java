package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a fake launcher, because the program is packaged after these tests. */
class TransfersTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void measuresEachCommandOnTheSameSessions() throws IOException {
        Path calls = folder.resolve("calls");
        transfers("echo \"$SESSIONS_JAVA_OPTS $*\" >>'" + calls + "'; [ $1 != export ] || echo session >\"$2\"")
                .run(10);
        assertThat(out.toString(UTF_8)).startsWith("10 sessions, 8 bytes, heap of 256 MiB, Java 25");
        assertThat(out.toString(UTF_8).lines()
                .filter(line -> line.matches("\\| `.*` *.*\\| [\\d.]+ s \\| [\\d,]+ \\| [\\d.]+ \\|"))).hasSize(7);
        assertThat(Files.readAllLines(calls)).hasSize(7).allMatch(call -> call.startsWith("-Xmx256m "))
                .allMatch(call -> call.contains("jdbc:h2:file:") || call.contains("jdbc:postgresql:"))
                .anyMatch(call -> call.matches("-Xmx256m copy jdbc:h2:file:\\S+ jdbc:postgresql:\\S+"));
    }

    @Test
    void failedCommandEndsTheRun() throws IOException {
        Transfers transfers = transfers("exit 1");
        assertThatIllegalStateException().isThrownBy(() -> transfers.run(1)).withMessageStartingWith("export")
                .withMessageEndingWith("failed with exit code 1");
    }

    private Transfers transfers(String commands) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Transfers(new PrintStream(out, true, UTF_8), script);
    }
}
