package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The metrics of the assembled service, and their documentation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    private static final Path DOCUMENTS = Path.of("../docs/operations");
    private static final Pattern TYPE = Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9_]+)` \\|", Pattern.MULTILINE);

    private static final Pattern SAMPLE = Pattern.compile("^([a-z0-9_]+)[{ ]", Pattern.MULTILINE);

    /** Finds metric names in an expression by their prefixes. */
    private static final Pattern METRIC = Pattern.compile("\\b((?:sessions|hikaricp|jvm|process|system)_[a-z0-9_]+)");

    private ServiceFixture service;
    private String metrics;

    @BeforeAll
    void serve(@TempDir Path folder) {
        service = ServiceFixture.with("--store", "jdbc:h2:file:" + folder.resolve("sessions"), "--grpc-port", "0",
                "--seneca-tcp-port", "0");
        HttpCalls calls = service.calls();
        calls.command("open_session", "{\"user_id\":\"a-user\"}");
        calls.command("open_session", "{}");
        calls.get("/v2/sessions?mistyped=1");
        calls.get("/nowhere");
        metrics = calls.get("/metrics").body();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void callsOfCallersAreCounted() {
        assertThat(metrics.lines()).contains(
                "sessions_calls_seconds_count{command=\"open_session\",outcome=\"ok\"} 1",
                "sessions_store_calls_seconds_count{operation=\"insert\",outcome=\"ok\"} 1",
                "sessions_http_requests_seconds_count{status=\"200\"} 1",
                "sessions_http_requests_seconds_count{status=\"400\"} 2",
                "sessions_http_requests_seconds_count{status=\"404\"} 1", "sessions_http_requests_active 0.0",
                "sessions_http_connections 1.0", "sessions_grpc_connections 0.0",
                "sessions_seneca_tcp_connections 0.0", "hikaricp_connections_max{pool=\"sessions\"} 10.0");
        assertThat(metrics).doesNotContain("a-user");
    }

    @Test
    void documentListsExactlyTheExistingMetrics() throws Exception {
        Set<String> listed = found(ROW, Files.readString(DOCUMENTS.resolve("metrics.md")));
        assertThat(listed).containsAll(shown());
        listed.removeIf(name -> name.startsWith("jvm_gc_"));
        assertThat(shown()).containsAll(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions-dashboard.json", "sessions-alerts.yml"})
    void dashboardAndAlertsUseExistingMetrics(String file) throws Exception {
        List<String> expressions = YAMLMapper.shared().readTree(DOCUMENTS.resolve(file).toFile())
                .findValues("expr").stream().map(JsonNode::stringValue).toList();
        assertThat(expressions).hasSizeGreaterThan(5);
        Set<String> known = found(SAMPLE, metrics);
        found(ROW, Files.readString(DOCUMENTS.resolve("metrics.md"))).stream()
                .filter(name -> name.startsWith("jvm_gc_"))
                .forEach(name -> known.addAll(Set.of(name, name + "_sum", name + "_count")));
        assertThat(expressions).allSatisfy(
                expression -> assertThat(found(METRIC, expression)).as(expression).isSubsetOf(known));
        assertThat(expressions).filteredOn(expression -> found(METRIC, expression).isEmpty())
                .allMatch(expression -> expression.startsWith("up{"));
    }

    private Set<String> shown() {
        return found(TYPE, metrics);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
