package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that {@code docs/cli.md} shows, in order. Each must print the documented output, except for ids,
 * times and values that depend on the machine.
 */
@Tag("slow")
class TranscriptIT {

    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern PROMPT = Pattern.compile("(?m)^\\$ ");

    /** Patterns that differ between runs, with their placeholders. */
    private static final Map<Pattern, String> VARYING = new LinkedHashMap<>();

    static {
        VARYING.put(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), "TIME");
        VARYING.put(Pattern.compile("\\d+s ago"), "AGE");
        VARYING.put(Pattern.compile("in \\d\\dh"), "AGE");
        VARYING.put(Pattern.compile("\"(milliseconds|uptime)\":\\d+"), "\"$1\":N");
        VARYING.put(Pattern.compile("127\\.0\\.0\\.1:\\d+"), "ADDRESS");
        VARYING.put(Pattern.compile("\"version\":\"[^\"]*\""), "\"version\":\"VERSION\"");
        VARYING.put(Pattern.compile("\"id\":\"[^\"]*\",\"name\""), "\"id\":\"HOST\",\"name\"");
        VARYING.put(Pattern.compile(" +"), " ");
    }

    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final Pattern SHORT_ID = Pattern.compile("\\b([0-9a-f]{6})…");

    private static final int SHOWN = 6;

    @TempDir
    private Path folder = Path.of("");

    /** A command and its output. */
    private record Step(String command, String output) {
    }

    @Test
    void everyCommandPrintsTheDocumentedOutput() throws IOException, InterruptedException {
        List<Step> steps = steps(Files.readString(Path.of("../docs/cli.md")));
        assertThat(steps).hasSizeGreaterThan(10);
        Map<String, String> ids = new LinkedHashMap<>();
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:")) {
            Launcher shell = shell(service.port());
            for (Step step : steps) {
                String command = ID.matcher(step.command()).replaceAll(id -> ids.getOrDefault(id.group(), id.group()));
                // From a file, because in some locales this process cannot pass non-ASCII arguments.
                Path script = Files.writeString(folder.resolve("script"), "exec 2>&1\n" + command);
                Launcher.Ran ran = shell.run(script.toString());
                mapIds(step.output(), ran.out(), ids);
                assertThat(normal(ran.out())).as(step.command()).isEqualTo(normal(ours(step.output(), ids)));
            }
        }
    }

    private Launcher shell(int port) {
        Launcher launcher = Launcher.in(folder);
        return new Launcher(Path.of("/bin/sh"), folder, launcher
                .with("PATH", launcher.script().getParent() + ":" + System.getenv("PATH"))
                .with("SESSIONS_URL", "http://127.0.0.1:" + port).environment());
    }

    private static List<Step> steps(String page) {
        return BLOCK.matcher(page).results().flatMap(block -> PROMPT.splitAsStream(block.group(1)))
                .filter(step -> !step.isEmpty()).map(TranscriptIT::step).toList();
    }

    private static Step step(String text) {
        int end = text.indexOf('\n');
        return new Step(text.substring(0, end), text.substring(end + 1));
    }

    /** Maps the ids of the document to those of this run by their position. */
    private static void mapIds(String documented, String printed, Map<String, String> ids) {
        List<String> theirs = ID.matcher(documented).results().map(MatchResult::group).toList();
        List<String> ours = ID.matcher(printed).results().map(MatchResult::group).toList();
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            ids.putIfAbsent(theirs.get(i), ours.get(i));
        }
    }

    /** Returns the documented output with the ids of this run. */
    private static String ours(String documented, Map<String, String> ids) {
        String whole = ID.matcher(documented).replaceAll(id -> ids.getOrDefault(id.group(), id.group()));
        return SHORT_ID.matcher(whole).replaceAll(cut -> ids.entrySet().stream()
                .filter(id -> id.getKey().startsWith(cut.group(1))).map(id -> id.getValue().substring(0, SHOWN) + "…")
                .findFirst().orElse(cut.group()));
    }

    private static String normal(String output) {
        String normal = output;
        for (Map.Entry<Pattern, String> varying : VARYING.entrySet()) {
            normal = varying.getKey().matcher(normal).replaceAll(varying.getValue());
        }
        return normal;
    }
}
