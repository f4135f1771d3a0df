package sessions.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples run against the packaged service and print the output in their READMEs. */
@Timeout(120)
class ExamplesIT {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"curl", "java-client"})
    void examplePrintsTheOutputInItsReadme(String example) throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:")) {
            ExampleReadme.of(example).assertOutput(Path.of(".."), service.port());
        }
    }
}
