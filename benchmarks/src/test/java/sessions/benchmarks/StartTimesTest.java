package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a fake launcher, because the program is packaged after these tests. */
class StartTimesTest {

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();

    StartTimesTest() throws IOException {
    }

    @BeforeEach
    void serve() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void measuresWithAndWithoutTheCache() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path calls = folder.resolve("calls");
        new StartTimes(new PrintStream(out, true, UTF_8), service.launcherIn(folder,
                "echo \"$1 $2 ($SESSIONS_JAVA_OPTS)\" >>'" + calls + "'")).run(2);
        assertThat(out.toString(UTF_8).lines()
                .filter(line -> line.matches("\\| `.*` .*\\| \\d\\.\\d\\d s \\| \\d.* s \\|")))
                .hasSize(3);
        assertThat(Files.readAllLines(calls)).filteredOn("get f2ae (-Xshare:auto)"::equals).hasSize(3);
        assertThat(Files.readAllLines(calls)).filteredOn("get f2ae ()"::equals).hasSize(3);
    }

    @Test
    void failedCommandIsNotMeasured() throws IOException {
        StartTimes startTimes = new StartTimes(new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                service.launcherIn(folder, "exit 3"));
        assertThatIllegalStateException().isThrownBy(() -> startTimes.run(1))
                .withMessage("--help failed with exit code 3");
    }
}
