package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project for Node.js, in a folder of its own. */
record NodeProject(Path folder) {

    /** Installs the packages as the example's README does, but without network requests that it does not need. */
    void install() throws IOException, InterruptedException {
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    /** Runs a command that succeeds, and returns its output. */
    List<String> run(String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile()).start();
        List<String> lines = process.inputReader().lines().toList();
        int exit = process.waitFor();
        assertThat(exit).as(String.join(" ", command) + "\n" + Files.readString(errors)).isZero();
        return lines;
    }
}
