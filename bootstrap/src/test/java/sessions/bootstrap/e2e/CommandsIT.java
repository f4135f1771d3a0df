package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands, on a running service and directly on its store. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {

    private Path folder = Path.of("");
    private Launcher launcher = Launcher.in(folder);
    private List<ServiceProcess> running = List.of();
    private AdminProgram operator = new AdminProgram(launcher);

    @BeforeAll
    void start(@TempDir Path empty) throws IOException {
        folder = empty;
        launcher = Launcher.in(folder);
        ServiceProcess service = ServiceProcess.start(launcher, "memory:");
        running = List.of(service);
        operator = AdminProgram.of(launcher, service.port());
    }

    @AfterAll
    void stop() {
        running.forEach(ServiceProcess::close);
    }

    @Test
    void lifeOfASession() throws InterruptedException {
        life(operator, "life");
    }

    @Test
    void lifeOfASessionDirectlyOnTheStore() throws IOException, InterruptedException {
        String store = "jdbc:h2:file:" + folder.resolve("direct");
        try (ServiceProcess service = ServiceProcess.start(launcher, store)) {
            service.terminate();
            service.await();
        }
        life(new AdminProgram(new DirectLauncher(launcher.with("SESSIONS_STORE", store)).launcher()), "direct");
    }

    /** A launcher script that adds {@code --direct} to its arguments. */
    private record DirectLauncher(Launcher launcher) {

        DirectLauncher {
            try {
                Path script = Files.writeString(launcher.folder().resolve("direct.sh"),
                        "#!/bin/sh\nexec '" + launcher.script() + "' \"$@\" --direct\n");
                assertThat(script.toFile().setExecutable(true)).isTrue();
                launcher = new Launcher(script, launcher.folder(), launcher.environment());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void life(AdminProgram operator, String user) throws InterruptedException {
        String id = operator.open(user);
        assertThat(operator.ok("get", id)).contains("\"data\":{\"n\":1}", "\"version\":1");
        assertThat(operator.ok("store", id, "{\"n\":2}")).contains("\"data\":{\"n\":2}", "\"version\":2");
        assertThat(operator.ok("patch", id, "{\"m\":[]}")).contains("\"data\":{\"n\":2,\"m\":[]}");
        assertThat(operator.ok("update-user", id, "[1]", "--if-version", "3")).contains("\"user\":[1]");
        assertThat(operator.ok("touch", id)).contains("\"version\":5");
        assertThat(operator.ok("list", "--user", user, "--active")).hasLineCount(2).contains(id);
        assertThat(operator.ok("close", id, "-o", "jsonl")).contains("\"active\":false");
        String other = operator.open(user);
        assertThat(operator.ok("close", "--user", user, "-o", "jsonl")).isEqualTo("{\"closed\":1,\"dry_run\":false}\n");
        assertThat(operator.launcher().run("close-expired"))
                .isEqualTo(new Launcher.Ran(0, "", "sessions: expired sessions closed" + System.lineSeparator()));
        assertThat(operator.ok("delete", other, "-o", "jsonl")).contains(other);
        assertThat(operator.ok("list", "--user", user, "-o", "jsonl")).hasLineCount(1).contains(id);
        assertThat(operator.ok("export-user", user)).hasLineCount(1).contains(id);
        assertThat(operator.ok("purge", "--closed-before", "1d", "-o", "csv")).isEqualTo("deleted,dry_run\n0,false\n");
        assertThat(operator.ok("erase", "--user", user, "-o", "jsonl"))
                .isEqualTo("{\"deleted\":1,\"dry_run\":false}\n");
        assertThat(operator.ok("status")).contains("\"name\":\"sessions\"", "service-sessions:persistence:");
        assertThat(operator.ok("ping")).contains("\"time\":\"2");
    }

    @Test
    void contentComesFromFilesAndPipes() throws IOException, InterruptedException {
        String id = operator.open("content");
        Files.writeString(folder.resolve("content.json"), "{\"from\":\"file\"}");
        assertThat(operator.ok("store", id, "@content.json")).contains("\"data\":{\"from\":\"file\"}");
        assertThat(piped("echo '{\"from\":\"pipe\"}' | $SESSIONS store " + id + " -")).contains("{\"from\":\"pipe\"}");
        assertThat(piped("$SESSIONS list --user content -o jsonl | sed 's/.*\"id\":\"\\([0-9a-f]*\\)\".*/\\1/'"
                + " | $SESSIONS close --stdin --yes -o jsonl")).contains("\"active\":false");
    }

    @Test
    void textIsUtf8InEveryLocale() throws InterruptedException {
        for (String locale : List.of("LC_ALL=C", "LC_ALL=POSIX", "LC_ALL= LANG=C.UTF-8", "LC_ALL= LC_CTYPE= LANG=")) {
            assertThat(piped(locale + " $SESSIONS open --user 'Zoë 😀' -o csv | LC_ALL=C cut -d, -f2"))
                    .isEqualTo("user_id\nZoë 😀\n");
        }
    }

    /** The shell writes the bytes, because this process passes only text. */
    @Test
    void argumentsThatAreNotUtf8AreRejected() throws InterruptedException {
        Launcher.Ran ran = shell("$SESSIONS erase --user \"$(printf 'Zo\\344')\" --yes");
        assertThat(ran).isEqualTo(new Launcher.Ran(2, "", "sessions: argument 3 is not valid UTF-8\n"));
        Launcher.Ran variable = shell("SESSIONS_API_KEY=$(printf 'Zo\\344') $SESSIONS list");
        assertThat(variable.exit()).isEqualTo(2);
        assertThat(variable.err()).startsWith("sessions: SESSIONS_API_KEY is not valid UTF-8");
    }

    @Test
    void closedStandardInputIsEmpty() throws InterruptedException {
        Launcher.Ran ran = shell("$SESSIONS open --user u --data - <&-");
        assertThat(ran).isEqualTo(new Launcher.Ran(2, "", "sessions: The body is empty; JSON is expected\n"));
    }

    @Test
    void closedPipeIsNotAnError() throws InterruptedException {
        // In any language, and with more output than a pipe holds.
        for (String language : List.of("", "de")) {
            Launcher.Ran ran = shell("for i in 1 2 3; do LANGUAGE=" + language
                    + " $SESSIONS completion bash; echo $? >&2; done | head -n 1");
            assertThat(ran.out()).hasLineCount(1);
            assertThat(ran.err()).isEqualTo("0\n0\n0\n");
        }
    }

    @Test
    void unwritableOutputIsAFailure() throws InterruptedException {
        Launcher.Ran ran = shell("$SESSIONS status > /dev/full");
        assertThat(ran)
                .isEqualTo(new Launcher.Ran(1, "", "sessions: cannot write standard output: No space left on"
                        + " device\n"));
    }

    /** Runs a shell script that must exit with 0 without messages, and returns its output. */
    private String piped(String script) throws InterruptedException {
        Launcher.Ran ran = shell(script);
        assertThat(ran).isEqualTo(new Launcher.Ran(0, ran.out(), ""));
        return ran.out();
    }

    /** Runs the script from a file, because in some locales this process cannot pass non-ASCII arguments. */
    private Launcher.Ran shell(String script) throws InterruptedException {
        try {
            Path file = Files.writeString(folder.resolve("script"), script);
            Launcher launcher = operator.launcher().with("SESSIONS", operator.launcher().script().toString());
            return new Launcher(Path.of("/bin/sh"), folder, launcher.environment()).run(file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
