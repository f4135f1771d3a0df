package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.Main;
import sessions.bootstrap.ServiceFixture;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The deployment examples are valid and match the program's behaviour. */
class DeploymentFilesTest {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern ENVIRONMENT = Pattern.compile("(?:^Environment=|^(?:ENV)? +)(SESSIONS_\\w+)=(\\S+)",
            Pattern.MULTILINE);
    private static final Pattern STOP = Pattern.compile("^TimeoutStopSec=(\\d+)$", Pattern.MULTILINE);

    @TempDir
    private Path secrets;

    @BeforeEach
    void writeSecrets() throws IOException {
        Files.writeString(secrets.resolve("store-password"), "s3cret");
        Files.writeString(secrets.resolve("access-keys"),
                IssuedApiKey.create("gateway", Role.WRITER, null).key().line());
    }

    @Test
    void exampleConfigurationIsValid() {
        assertAccepted(Map.of(), "--config", DEPLOY.resolve("sessions.yml").toString());
    }

    @Test
    void systemdUnitIsValidAndGivesRequestsTimeToFinish() throws IOException {
        String unit = read("systemd/sessions.service");
        Map<String, String> environment = environment(unit);
        assertAccepted(environment);
        assertThat(seconds(Integer.parseInt(onlyMatch(STOP, unit).group(1)))).isGreaterThan(stopTime(environment));
        environment.putAll(environment(read("systemd/postgresql.conf")));
        assertThat(environment).containsEntry("SESSIONS_STORE_USER", "sessions");
        assertAccepted(environment);
    }

    @Test
    void imageRequiresKeysAndListensOnTheExposedPort() throws IOException {
        String dockerfile = read("Dockerfile");
        Map<String, String> environment = environment(dockerfile);
        assertThat(run(environment, "serve").err()).contains("would let other machines call the service without");
        environment.put("SESSIONS_ACCESS_KEYS_FILE", "/access-keys");
        assertAccepted(environment);
        assertThat(dockerfile).contains("EXPOSE " + settings(environment).http().server().port() + "\n",
                "USER 10001:10001\n");
    }

    @Test
    void deploymentIsValidAndGivesRequestsTimeToFinish() throws IOException {
        JsonNode pod = kubernetes("Deployment").at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        Map<String, String> environment = new TreeMap<>();
        container.get("env").forEach(variable -> environment.put(variable.get("name").stringValue(),
                variable.get("value").stringValue()));
        assertAccepted(environment);
        assertThat(container.at("/ports/0/containerPort").intValue())
                .isEqualTo(settings(environment).http().server().port());
        assertThat(seconds(pod.get("terminationGracePeriodSeconds").intValue())).isGreaterThan(stopTime(environment));
        assertThat(pod.get("enableServiceLinks").booleanValue()).isFalse();
    }

    @Test
    void deploymentHasProbesAndAService() throws IOException {
        JsonNode container = kubernetes("Deployment").at("/spec/template/spec/containers/0");
        String port = container.at("/ports/0/name").stringValue();
        try (ServiceFixture service = ServiceFixture.start("memory:", InstantSource.system())) {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                JsonNode request = container.get(probe).get("httpGet");
                assertThat(service.calls().get(request.get("path").stringValue()).status()).isEqualTo(200);
                assertThat(request.get("port").stringValue()).isEqualTo(port);
            }
        }
        assertThat(kubernetes("Service").at("/spec/ports/0/targetPort").stringValue()).isEqualTo(port);
        JsonNode labels = kubernetes("Deployment").at("/spec/template/metadata/labels");
        assertThat(kubernetes("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(kubernetes("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
    }

    /** Runs the command that prints the effective settings. */
    private void assertAccepted(Map<String, String> environment, String... options) {
        Ran ran = run(environment, Stream.concat(Stream.of("config"), Stream.of(options)).toArray(String[]::new));
        assertThat(ran).isEqualTo(new Ran(0, ran.out(), ""));
    }

    private record Ran(int exit, String out, String err) {
    }

    private Ran run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(here(environment)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    private ServiceSettings settings(Map<String, String> environment) throws IOException {
        ServeCommand serve = (ServeCommand) Main.commandLine(here(environment)).parseArgs("serve").subcommand()
                .commandSpec().userObject();
        return serve.settings();
    }

    /** Does the same with the secrets of this test. */
    private Map<String, String> here(Map<String, String> environment) {
        Map<String, String> here = new TreeMap<>(environment);
        here.replaceAll((name, value) -> name.endsWith("_FILE")
                ? secrets.resolve(Path.of(value).getFileName()).toString()
                : value);
        return here;
    }

    /** The maximum duration of a stop. */
    private Duration stopTime(Map<String, String> environment) throws IOException {
        ServiceSettings settings = settings(environment);
        return settings.drainDelay().plus(settings.http().server().drainTime());
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    private static Map<String, String> environment(String text) {
        Map<String, String> environment = new TreeMap<>();
        ENVIRONMENT.matcher(text).results().forEach(match -> environment.put(match.group(1), match.group(2)));
        assertThat(environment).isNotEmpty();
        return environment;
    }

    private static MatchResult onlyMatch(Pattern pattern, String text) {
        List<MatchResult> matches = pattern.matcher(text).results().toList();
        assertThat(matches).hasSize(1);
        return matches.getFirst();
    }

    private static JsonNode kubernetes(String kind) throws IOException {
        return new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(read("kubernetes/sessions.yaml"))
                .readAll().stream().filter(part -> part.get("kind").stringValue().equals(kind)).findFirst()
                .orElseThrow();
    }

    private static String read(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }
}
