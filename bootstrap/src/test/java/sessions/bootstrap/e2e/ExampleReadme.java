package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The README of an example, which shows commands and their output.
 *
 * @param text its Markdown
 */
record ExampleReadme(String text) {

    private static final Path EXAMPLES = Path.of("..", "examples");

    /** One command and its output. */
    private static final Pattern CONSOLE = Pattern.compile("```console\n\\$ ([^\n]+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    static ExampleReadme of(String example) throws IOException {
        return new ExampleReadme(Files.readString(folder(example).resolve("README.md")));
    }

    static Path folder(String example) {
        return EXAMPLES.resolve(example);
    }

    /**
     * Runs every command, and checks that it succeeds and prints the output shown, except for ids and times.
     *
     * @param folder the working directory
     * @param port   of the service on this machine that the commands call
     */
    void assertOutput(Path folder, int port) throws IOException, InterruptedException {
        List<MatchResult> commands = CONSOLE.matcher(text).results().toList();
        assertThat(commands).isNotEmpty();
        for (MatchResult command : commands) {
            assertThat(masked(output(command.group(1), folder, port))).as(command.group(1))
                    .isEqualTo(masked(command.group(2)));
        }
    }

    private static String output(String command, Path folder, int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SESSIONS_"));
        environment.put("SESSIONS_URL", "http://127.0.0.1:" + port);
        environment.merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
                (path, java) -> java + ":" + path);
        Process process = builder.start();
        CompletableFuture<String> errors = Launcher.errorsLater(process);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(exit).as(command + "\n" + errors.join()).isZero();
        return output;
    }

    /** Numbers ids in their order, so that the same id must be at the same places. */
    private static String masked(String output) {
        Map<String, String> ids = new HashMap<>();
        String numbered = ID.matcher(output)
                .replaceAll(id -> ids.computeIfAbsent(id.group(), _ -> "ID" + ids.size()));
        return TIME.matcher(numbered).replaceAll("TIME");
    }
}
