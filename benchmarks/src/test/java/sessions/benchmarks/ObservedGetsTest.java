package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a fake launcher, because the program is packaged after these tests. */
class ObservedGetsTest {

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();

    ObservedGetsTest() throws IOException {
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
    void measuresBothAndCountsTheLines() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path launcher = service.launcherIn(folder, "echo '12 GET /v2/sessions/{id} 200 0.1 ms' >&2");
        new ObservedGets(new PrintStream(out, true, UTF_8), launcher).run(2, 2, Duration.ofMillis(50),
                Duration.ofMillis(20));
        assertThat(out.toString(UTF_8).lines().filter(line -> line.matches("\\| .* \\| [\\d,]+ \\| [\\d.]+ µs \\|")))
                .hasSize(2);
        assertThat(out.toString(UTF_8)).contains("| ratio | ")
                .containsPattern("Gets of the observed service: [\\d,]+; log lines: 2\n");
    }
}
