package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests when the launcher runs Maven: in its own checkout, with a fake Maven that only creates the marker file. */
class LauncherBuildIT {

    private static final String BUILDING = "sessions: building the program, takes about a minute...\n";
    private static final String MAVEN = "mkdir -p bootstrap/target/app; touch bootstrap/target/app/built; echo chatter";

    @TempDir
    private Path folder;

    private FakeMachine machine = new FakeMachine(Path.of(""));
    private Path script = Path.of("");

    @BeforeEach
    void freshCheckout() throws IOException {
        machine = FakeMachine.in(folder);
        machine.addJdk("usr/lib/jvm/jdk", "25");
        script = machine.addCheckout(Path.of(System.getProperty("sessions.launcher")));
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws IOException, InterruptedException {
        machine.addTool("mvn", MAVEN);
        Launcher.Ran first = machine.launcher(script).run("list");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).startsWith("jdk ").endsWith(" list\n").hasLineCount(1);
        assertThat(first.err()).isEqualTo(BUILDING);
        assertThat(machine.launcher(script).run("list")).isEqualTo(new Launcher.Ran(0, first.out(), ""));
    }

    @Test
    void newerSourceIsRebuilt() throws IOException, InterruptedException {
        machine.addTool("mvn", MAVEN);
        machine.launcher(script).run();
        Path source = script.resolveSibling("domain/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(machine.launcher(script).run().err()).isEqualTo(BUILDING);
    }

    @Test
    void missingMavenIsReported() throws InterruptedException {
        assertThat(machine.launcher(script).run()).isEqualTo(new Launcher.Ran(1, "", "sessions: the first start builds"
                + " the program and needs Maven 3.8.6 or newer on the PATH\n"));
    }

    @Test
    void failedBuildPrintsItsLogAndStartsNothing() throws IOException, InterruptedException {
        machine.addTool("mvn", "echo 'line 7: no'; exit 1");
        Launcher.Ran ran = machine.launcher(script).run();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith(BUILDING + "line 7: no\nsessions: the build failed; the log above is also in ");
    }
}
