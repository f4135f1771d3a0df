package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example for Node.js runs against the packaged service and prints the output in its README. */
@Timeout(300)
class ExampleWithNode {

    private static final String EXAMPLE = "node";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void examplePrintsTheOutputInItsReadme() throws IOException, InterruptedException {
        ExampleReadme readme = ExampleReadme.of(EXAMPLE);
        assertThat(readme.text()).contains("\nnpm ci --ignore-scripts\n");
        install();
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:")) {
            readme.assertOutput(folder, service.port());
        }
    }

    /** In a copy, which leaves the sources as they are. */
    private void install() throws IOException, InterruptedException {
        for (String file : List.of(".npmrc", "package.json", "package-lock.json", "session.js")) {
            Files.copy(ExampleReadme.folder(EXAMPLE).resolve(file), folder.resolve(file));
        }
        new NodeProject(folder).install();
    }
}
