package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The original's clients on the packaged service, and their documentation in docs/compatibility.md. */
@Timeout(300)
class OriginalClientsWithNode {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path DOCUMENT = Path.of("..", "docs", "compatibility.md");
    private static final String TABLE = "| client over |";
    private static final Pattern SENECA = Pattern.compile("Seneca: http://127\\.0\\.0\\.1:(\\d+)/act");
    private static final Pattern SENECA_TCP = Pattern.compile("Seneca: tcp://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern GRPC = Pattern.compile("gRPC: 127\\.0\\.0\\.1:(\\d+) \\(plaintext\\)");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    /** The tested clients with their problems; empty for none. */
    private static final Map<String, String> PROBLEMS = new LinkedHashMap<>();

    /** The table row of each client. */
    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    private static final Set<String> SCENARIOS = new LinkedHashSet<>();

    @BeforeAll
    static void tryAll() throws IOException, InterruptedException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, folder.resolve(source.getFileName()));
            }
        }
        NodeProject project = new NodeProject(folder);
        project.install();
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:", "--seneca-port", "0",
                "--seneca-tcp-port", "0", "--grpc-port", "0")) {
            project.run("node", "main.js", "http=" + service.port(), "seneca=" + service.port(SENECA),
                    "seneca_tcp=" + service.port(SENECA_TCP), "grpc=" + service.port(GRPC)).stream()
                    .filter(line -> line.startsWith("{"))
                    .map(JSON::readTree).forEach(OriginalClientsWithNode::note);
        }
    }

    private static void note(JsonNode result) {
        String way = result.get("way").stringValue();
        String scenario = result.get("scenario").stringValue();
        ROWS.computeIfAbsent(way, name -> new ArrayList<>(List.of(name))).add(result.get("shown").stringValue());
        SCENARIOS.add(scenario);
        PROBLEMS.put(way + ": " + scenario, result.get("problem").stringValue());
    }

    @Test
    void originalClientsGetTheExpectedReplies() {
        assertThat(PROBLEMS).isNotEmpty().allSatisfy((tried, problem) -> assertThat(problem).as(tried).isEmpty());
        assertThat(PROBLEMS).hasSize(ROWS.size() * SCENARIOS.size());
    }

    @Test
    void documentListsTheTestedClients() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            lines.dropWhile(line -> !line.startsWith(TABLE)).takeWhile(line -> line.startsWith("|"))
                    .map(OriginalClientsWithNode::cells).forEach(rows::add);
        }
        assertThat(rows.removeFirst()).startsWith("client over").endsWith(SCENARIOS.toArray(String[]::new));
        rows.removeFirst();
        assertThat(rows).containsExactlyElementsOf(ROWS.values());
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }
}
