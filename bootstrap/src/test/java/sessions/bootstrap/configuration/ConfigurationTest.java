package sessions.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.Main;
import sessions.bootstrap.command.SessionsCommand;

/** The sources of settings, and the errors for invalid ones. */
class ConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void defaultAppliesIfNothingIsSet() {
        assertDefaults(Map.of());
    }

    @Test
    void emptyValueCountsAsUnset() {
        assertDefaults(Map.of("SESSIONS_MAX_PAGE_SIZE", "", "SESSIONS_INSECURE_NO_AUTH", "", "SESSIONS_CORS_ORIGINS",
                "", "SESSIONS_STORE", ""));
    }

    @Test
    void environmentOverridesDefault() {
        ParseResult parsed = serve(Map.of("SESSIONS_MAX_PAGE_SIZE", "7", "SESSIONS_INSECURE_NO_AUTH", "true",
                "SESSIONS_CORS_ORIGINS", "http://a.example,http://b.example", "SESSIONS_STORE", "memory:"));
        assertThat(value(parsed, "--max-page-size")).isEqualTo(7);
        assertThat(value(parsed, "--insecure-no-auth")).isEqualTo(true);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of("http://a.example", "http://b.example"));
        assertThat(value(parsed, "--store")).isEqualTo("memory:");
    }

    @Test
    void optionOverridesEnvironment() {
        Map<String, String> environment = Map.of("SESSIONS_MAX_PAGE_SIZE", "7", "SESSIONS_CORS_ORIGINS",
                "http://a.example", "SESSIONS_STORE", "memory:");
        ParseResult parsed = serve(environment, "--max-page-size=8", "--cors-origins=http://b.example",
                "--store=jdbc:h2:mem:x");
        assertThat(value(parsed, "--max-page-size")).isEqualTo(8);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of("http://b.example"));
        assertThat(value(parsed, "--store")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void optionBeforeTheCommandOverridesEnvironment() {
        CommandLine commandLine = Main.commandLine(Map.of("SESSIONS_LOG_LEVEL", "warn"));
        commandLine.parseArgs("--log-level", "debug", "serve");
        assertThat(((SessionsCommand) commandLine.getCommand()).logLevel()).isEqualTo(Level.DEBUG);
    }

    @Test
    void adminCommandsReadTheServiceUrlFromTheEnvironment() {
        ParseResult parsed = Main.commandLine(Map.of("SESSIONS_URL", "https://sessions.example.com",
                "SESSIONS_API_KEY", "k", "SESSIONS_TIMEOUT", "5s", "SESSIONS_STORE", "memory:", "SESSIONS_MAX_LIFETIME",
                "7d")).parseArgs("list").subcommand();
        assertThat(value(parsed, "--url")).hasToString("https://sessions.example.com");
        assertThat(value(parsed, "--api-key")).isEqualTo("k");
        assertThat(value(parsed, "--timeout")).isEqualTo(Duration.ofSeconds(5));
        assertThat(value(parsed, "--store")).isEqualTo("memory:");
        assertThat(value(parsed, "--max-lifetime")).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void optionsOfOneCallAreNotReadFromTheEnvironment() {
        assertThat(error(Map.of("SESSIONS_YES", "true", "SESSIONS_USER", "alice", "SESSIONS_DIRECT", "true",
                "SESSIONS_OUTPUT", "json"), "close", "--user", "bob").lines()).hasSize(4)
                .allMatch(line -> line.contains(" is not a setting"));
    }

    @Test
    void optionOverridesInvalidVariable() {
        assertThat(value(serve(Map.of("SESSIONS_MAX_PAGE_SIZE", "none"), "--max-page-size=8"), "--max-page-size"))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--insecure-no-auth", "--touch-on-get"})
    void switchSetInBothPlacesIsOn(String option) {
        String variable = "SESSIONS" + option.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
        ParseResult parsed = Main.commandLine(Map.of(variable, "true")).parseArgs("serve", option);
        assertThat(parsed.subcommand().<Boolean>matchedOptionValue(option, false)).isTrue();
    }

    @Test
    void helpIsNotReadFromTheEnvironment() {
        assertThat(error(Map.of("SESSIONS_HELP", "true", "SESSIONS_VERSION", "true"), "serve").lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SESSIONS_MAX_PAGE_SIZE | none | 'none' is not a number from 1 to 10000",
            "SESSIONS_INSECURE_NO_AUTH | maybe | 'maybe' is not a boolean",
            "SESSIONS_LOG_LEVEL | loud | 'loud' is not one of error, warn, info, debug, trace",
            "SESSIONS_CORS_ORIGINS | http://a.example,b | 'b' is not an origin such as https://app.example.com, or *",
            "SESSIONS_Port | 8080 | is not a setting; did you mean SESSIONS_PORT?",
            "SESSIONS_PROT | 8080 | is not a setting; did you mean SESSIONS_PORT?"})
    void invalidVariableIsNamed(String variable, String text, String problem) {
        assertThat(error(Map.of(variable, text), "serve")).matches("sessions: " + variable + ":? "
                + Pattern.quote(problem) + " \\(see sessions serve --help\\)");
    }

    @Test
    void allProblemsAreReportedTogether() {
        Path file = file("""
                prot: 8080
                max-body: huge
                store:
                  url: memory
                max-page-size: 0
                host: 127.0.0.1
                host: 127.0.0.2
                quite-something-else: 1
                """);
        assertThat(error(Map.of("SESSIONS_EXPIRE_TIMEOUT", "soon", "SESSIONS_HOSTS", "x", "SESSIONS_MAX_PAGE_SIZE",
                "5"), "serve", "--config", file.toString()).lines()).containsExactly(
                        "sessions: SESSIONS_HOSTS is not a setting; did you mean SESSIONS_HOST?",
                        "sessions: " + file + ", line 3: store must be one value, or a list of values",
                        "sessions: " + file + ", line 7: host is set twice",
                        "sessions: " + file + ", line 1: prot is not a setting; did you mean port?",
                        "sessions: " + file + ", line 8: quite-something-else is not a setting",
                        "sessions: SESSIONS_EXPIRE_TIMEOUT: 'soon' is not a time such as 500ms, 30s, 15m, 24h, 7d or"
                                + " PT15M",
                        "sessions: " + file
                                + ", line 2: max-body: 'huge' is not a size from 1KiB to 256MiB, such as 512KiB or 1MiB"
                                + " (see sessions serve --help)");
    }

    @Test
    void fileOverridesDefaultAndEnvironmentOverridesFile() {
        Path file = file("""
                max-page-size: 7
                store: "memory:"
                port: 8081
                touch-on-get: true
                cors-origins:
                  - http://a.example
                  - http://b.example
                retention:
                max-lifetime: null
                """);
        ParseResult parsed = serve(Map.of("SESSIONS_CONFIG", file.toString(), "SESSIONS_PORT", "8082",
                "SESSIONS_STORE", "memory:"), "--store", "jdbc:h2:mem:x");
        assertThat(value(parsed, "--max-page-size")).isEqualTo(7);
        assertThat(value(parsed, "--touch-on-get")).isEqualTo(true);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of("http://a.example", "http://b.example"));
        assertThat(value(parsed, "--port")).isEqualTo(8082);
        assertThat(value(parsed, "--store")).isEqualTo("jdbc:h2:mem:x");
        for (String unset : List.of("--retention", "--max-lifetime")) {
            assertThat(parsed.commandSpec().findOption(unset).<Object>getValue()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void configOptionMayBeBeforeOrAfterTheCommand(boolean before) {
        String file = file("port: 8081").toString();
        String other = file("other.yml", "port: 8082").toString();
        Map<String, String> environment = Map.of("SESSIONS_CONFIG", other);
        ParseResult parsed = before
                ? Main.commandLine(environment).parseArgs("--config", file, "serve").subcommand()
                : serve(environment, "--config", file);
        assertThat(value(parsed, "--port")).isEqualTo(8081);
    }

    @Test
    void valuesAreNotInterpreted() {
        ParseResult parsed = serve(Map.of("SESSIONS_STORE_PASSWORD", "a$$b${sys:user.home}${x:-y}"));
        assertThat(value(parsed, "--store-password")).isEqualTo("a$$b${sys:user.home}${x:-y}");
    }

    @Test
    void secretCanBeInItsOwnFile() {
        String secret = file("secret", "pass word\n").toString();
        assertThat(value(serve(Map.of("SESSIONS_STORE_PASSWORD_FILE", secret)), "--store-password"))
                .isEqualTo("pass word");
        Path file = file("store-password-file: " + secret);
        assertThat(value(serve(Map.of(), "--config", file.toString()), "--store-password")).isEqualTo("pass word");
        assertThat(value(serve(Map.of("SESSIONS_STORE_PASSWORD", "mine"), "--config", file.toString()),
                "--store-password")).isEqualTo("mine");
    }

    @Test
    void optionCanNameTheFileOfASecret() {
        String secret = file("secret", "pass word\n").toString();
        assertThat(value(serve(Map.of("SESSIONS_STORE_PASSWORD", "mine"), "--store-password-file", secret),
                "--store-password")).isEqualTo("pass word");
        assertThat(error(Map.of(), "serve", "--store-password-file", "none"))
                .isEqualTo("sessions: --store-password-file: there is no file none (see sessions serve --help)");
        assertThat(error(Map.of(), "serve", "--store-password", "x", "--store-password-file", secret))
                .isEqualTo("sessions: --store-password and --store-password-file must not both be given"
                        + " (see sessions serve --help)");
    }

    @Test
    void onlySecretsCanBeInTheirOwnFile() {
        assertThat(error(Map.of("SESSIONS_STORE_USER_FILE", "x"), "serve"))
                .isEqualTo("sessions: SESSIONS_STORE_USER_FILE is not a setting; did you mean SESSIONS_STORE_USER?"
                        + " (see sessions serve --help)");
    }

    @Test
    void missingFileIsNamed() {
        Path missing = folder.resolve("missing");
        assertThat(error(Map.of("SESSIONS_STORE_PASSWORD_FILE", missing.toString()), "serve"))
                .isEqualTo("sessions: SESSIONS_STORE_PASSWORD_FILE: there is no file " + missing
                        + " (see sessions serve --help)");
        assertThat(error(Map.of(), "serve", "--config", missing.toString()))
                .isEqualTo("sessions: --config: there is no file " + missing + " (see sessions serve --help)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'port: [' | line 1: invalid YAML: ",
            "store: memory: | line 1: invalid YAML: mapping values are not allowed here; put a value with a colon in"
                    + " quotes, such as store: \"memory:\"",
            "just text | line 1: must be a map of settings, such as port: 8080"})
    void fileWithoutAMapIsRejected(String text, String problem) {
        Path file = file(text);
        assertThat(error(Map.of(), "serve", "--config", file.toString()))
                .startsWith("sessions: " + file + ", " + problem);
    }

    @Test
    void fileThatIsNotUtf8IsRejected() throws IOException {
        Path file = file("");
        Files.write(file, new byte[]{(byte) 0xe9, '\n'});
        assertThat(error(Map.of(), "serve", "--config", file.toString()))
                .isEqualTo("sessions: --config: " + file + " is not UTF-8 text (see sessions serve --help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "null", "{}"})
    void fileCanBeEmpty(String text) {
        assertThat(value(serve(Map.of(), "--config", file(text).toString()), "--port")).isEqualTo(8080);
    }

    @Test
    void helpIgnoresInvalidSettings() {
        Map<String, String> wrong = Map.of("SESSIONS_PROT", "1", "SESSIONS_LOG_LEVEL", "loud", "SESSIONS_CONFIG",
                "missing");
        for (String[] arguments : new String[][]{{"--help"}, {"serve", "--help"}, {"--version"}, {"help", "serve"}}) {
            assertThat(CommandRun.of(wrong, arguments).exit()).isZero();
        }
    }

    @Test
    void settingsOfOtherCommandsAreNotChecked() {
        ParseResult parsed = Main.commandLine(Map.of("SESSIONS_CLEANUP_INTERVAL", "never")).parseArgs("list");
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("list");
    }

    @Test
    void serviceLinksOfKubernetesAreIgnored() {
        ParseResult parsed = serve(Map.of("SESSIONS_PORT", "tcp://10.0.0.1:8080", "SESSIONS_SERVICE_HOST", "10.0.0.1",
                "SESSIONS_SERVICE_PORT", "8080", "SESSIONS_SERVICE_PORT_HTTP", "8080", "SESSIONS_PORT_8080_TCP",
                "tcp://10.0.0.1:8080", "SESSIONS_PORT_8080_TCP_ADDR", "10.0.0.1"));
        assertThat(value(parsed, "--port")).isEqualTo(8080);
    }

    @Test
    void invalidOptionIsReportedWithoutVariable() {
        assertThat(error(Map.of("SESSIONS_MAX_PAGE_SIZE", "7"), "serve", "--max-page-size=none"))
                .doesNotContain("SESSIONS_");
        assertThat(error(Map.of(), "serve", "--unknown")).doesNotContain("SESSIONS_");
    }

    private static void assertDefaults(Map<String, String> environment) {
        ParseResult parsed = serve(environment);
        assertThat(value(parsed, "--max-page-size")).isEqualTo(100);
        assertThat(value(parsed, "--insecure-no-auth")).isEqualTo(false);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of());
        assertThat(value(parsed, "--store")).isEqualTo("jdbc:h2:file:./data/sessions");
    }

    private static ParseResult serve(Map<String, String> environment, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "serve";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.commandLine(environment).parseArgs(arguments).subcommand();
    }

    private static Object value(ParseResult parsed, String option) {
        return parsed.commandSpec().findOption(option).getValue();
    }

    private Path file(String text) {
        return file("sessions.yml", text);
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String error(Map<String, String> environment, String... arguments) {
        CommandRun run = CommandRun.of(environment, arguments);
        assertThat(run.exit()).isEqualTo(2);
        return run.err().strip();
    }
}
