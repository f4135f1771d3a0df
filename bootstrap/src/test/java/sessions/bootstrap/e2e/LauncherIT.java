package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherIT {

    private static final Path SCRIPT = Path.of(System.getProperty("sessions.launcher"));

    @TempDir
    private Path folder;

    private FakeMachine machine = new FakeMachine(Path.of(""));

    @BeforeEach
    void emptyMachine() throws IOException {
        machine = FakeMachine.in(folder);
    }

    @Test
    void findsAJdkInTheUsualFoldersDespiteAnOlderJavaOnThePath() throws IOException, InterruptedException {
        machine.linkToPath(machine.addJdk("opt/jdk-17", "17.0.15").resolve("bin/java"));
        machine.addRealJdk("usr/lib/jvm/some-jdk");
        Launcher.Ran ran = machine.launcher(SCRIPT).run("--version");
        assertThat(ran.out()).startsWith("Sessions ");
        assertThat(ran).isEqualTo(new Launcher.Ran(0, ran.out(), ""));
    }

    @Test
    void worksThroughASymbolicLinkAndFromAnotherFolder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), SCRIPT);
        machine.addRealJdk("usr/lib/jvm/some-jdk");
        Launcher.Ran ran = machine.launcher(link).run("--version");
        Files.delete(link);
        assertThat(ran.out()).startsWith("Sessions ");
        assertThat(ran).isEqualTo(new Launcher.Ran(0, ran.out(), ""));
    }

    @Test
    void javaHomeComesFirstThenThePathThenTheUsualFolders() throws IOException, InterruptedException {
        machine.addJdk("usr/lib/jvm/usual", "26.0.1");
        assertThat(machine.launcher(SCRIPT).run().out()).startsWith("usual ");
        machine.linkToPath(machine.addJdk("opt/jdks/on-path", "25").resolve("bin/java"));
        assertThat(machine.launcher(SCRIPT).run().out()).startsWith("on-path ");
        Path home = machine.addJdk("elsewhere/of-java-home", "25.0.4");
        assertThat(machine.launcher(SCRIPT).with("JAVA_HOME", home.toString()).run().out())
                .startsWith("of-java-home ");
    }

    @Test
    void olderJavaHomeIsIgnored() throws IOException, InterruptedException {
        machine.addJdk("home/.jdks/of-the-user", "25.0.1");
        Path old = machine.addJdk("old", "1.8.0_392");
        assertThat(machine.launcher(SCRIPT).with("JAVA_HOME", old.toString()).run().out()).startsWith("of-the-user ");
    }

    @Test
    void missingJdkIsReported() throws IOException, InterruptedException {
        Launcher.Ran nothing = new Launcher.Ran(1, "", "sessions: needs JDK 25 or newer: install one (such as"
                + " Temurin 25) or set JAVA_HOME" + System.lineSeparator());
        assertThat(machine.launcher(SCRIPT).run("serve")).isEqualTo(nothing);
        machine.linkToPath(machine.addJdk("usr/lib/jvm/java-17", "17.0.15").resolve("bin/java"));
        Files.createDirectories(folder.resolve("usr/lib/jvm/broken/bin"));
        assertThat(machine.launcher(SCRIPT).run("serve")).isEqualTo(nothing);
    }

    @Test
    void passesArgumentsAndJavaOptionsOn() throws IOException, InterruptedException {
        machine.addJdk("usr/lib/jvm/jdk", "25");
        assertThat(machine.launcher(SCRIPT).with("SESSIONS_JAVA_OPTS", "-Xmx1g -Dx=y").run("get", "a b").out())
                .startsWith("jdk ").contains(" -Xmx1g -Dx=y -cp ")
                .endsWith("/lib/sessions.jar sessions.bootstrap.Main get a b\n");
    }

    @Test
    void commandsAndServiceGetTheirOwnJvmOptions() throws IOException, InterruptedException {
        machine.addJdk("usr/lib/jvm/jdk", "25");
        String[] options = {"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+UseSerialGC"};
        assertThat(machine.launcher(SCRIPT).run("get", "ID").out()).contains(options).contains("-XX:AOTCache=");
        assertThat(machine.launcher(SCRIPT).run("--store", "memory:", "serve").out()).doesNotContain(options)
                .contains("-XX:InlineSmallCode=", "-XX:AOTCache=");
        assertThat(machine.launcher(SCRIPT).run("--help").out()).contains(options).contains("-XX:AOTCache=");
    }

    @ParameterizedTest
    @CsvSource({"SESSIONS_JAVA_OPTS,-XX:+UseZGC -Dx=y,-XX:+UseSerialGC",
            "JAVA_TOOL_OPTIONS,-XX:+UseG1GC,-XX:+UseSerialGC",
            "JDK_JAVA_OPTIONS,-Xshare:auto,-XX:AOTCache=", "SESSIONS_JAVA_OPTS,-XX:SharedArchiveFile=x,-XX:AOTCache="})
    void omitsOptionsThatConflictWithTheCallersOptions(String variable, String own, String leftOut)
            throws IOException, InterruptedException {
        machine.addJdk("usr/lib/jvm/jdk", "25");
        assertThat(machine.launcher(SCRIPT).run("list").out()).contains(leftOut);
        assertThat(machine.launcher(SCRIPT).with(variable, own).run("list").out()).doesNotContain(leftOut)
                .contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void passesTheStreamsThatAreTerminals() throws IOException, InterruptedException {
        machine.addJdk("usr/lib/jvm/jdk", "25");
        assertThat(machine.launcher(SCRIPT).run("list").out()).contains(" -Dsessions.terminals= ");
        // Each opening returns one end of a new terminal.
        Path terminals = machine.addScript("terminals", "exec '" + SCRIPT + "' </dev/ptmx 2>/dev/ptmx");
        assertThat(machine.launcher(terminals).run().out()).contains(" -Dsessions.terminals=02 ");
    }
}
