package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the real APIs and a fake launcher, because the program is packaged after these tests. */
class ApiGetsTest {

    @TempDir
    private Path folder;

    @Test
    void measuresEachApi() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ServedApis apis = new ServedApis()) {
            new ApiGets(new PrintStream(out, true, UTF_8), apis.launcherIn(folder)).run(2, Duration.ofMillis(50),
                    Duration.ofMillis(20));
        }
        assertThat(out.toString(UTF_8).lines().filter(line -> line.matches(
                "\\| .* \\| [\\d,]+ \\| [\\d.]+ \\| [\\d.]+ µs \\| \\d+ µs \\| \\d+ µs \\|")))
                .extracting(line -> line.substring(2, line.indexOf(" | ")))
                .containsExactly("HTTP, `GET /v2/sessions/{id}`", "HTTP, `POST /v1/sessions/get_session_by_id`",
                        "Seneca over TCP", "gRPC, typed", "gRPC, generic");
    }
}
