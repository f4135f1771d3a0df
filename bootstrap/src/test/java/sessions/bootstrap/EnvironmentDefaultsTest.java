package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class EnvironmentDefaultsTest {

    @Test
    void theDefaultHoldsWhereNothingElseIsSaid() {
        assertDefaults(Map.of());
    }

    @Test
    void emptyCountsAsUnset() {
        assertDefaults(Map.of("SESSIONS_MAX_PAGE_SIZE", "", "SESSIONS_INSECURE_NO_AUTH", "", "SESSIONS_CORS_ORIGINS",
                "", "SESSIONS_STORE", ""));
    }

    @Test
    void theEnvironmentBeatsTheDefault() {
        ParseResult parsed = serve(Map.of("SESSIONS_MAX_PAGE_SIZE", "7", "SESSIONS_INSECURE_NO_AUTH", "true",
                "SESSIONS_CORS_ORIGINS", "http://a.example,http://b.example", "SESSIONS_STORE", "memory:"));
        assertThat(value(parsed, "--max-page-size")).isEqualTo(7);
        assertThat(value(parsed, "--insecure-no-auth")).isEqualTo(true);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of("http://a.example", "http://b.example"));
        assertThat(value(parsed, "--store")).isEqualTo("memory:");
    }

    @Test
    void theFlagBeatsTheEnvironment() {
        Map<String, String> environment = Map.of("SESSIONS_MAX_PAGE_SIZE", "7", "SESSIONS_CORS_ORIGINS",
                "http://a.example", "SESSIONS_STORE", "memory:");
        ParseResult parsed = serve(environment, "--max-page-size=8", "--cors-origins=http://b.example",
                "--store=jdbc:h2:mem:x");
        assertThat(value(parsed, "--max-page-size")).isEqualTo(8);
        assertThat(value(parsed, "--cors-origins")).isEqualTo(Set.of("http://b.example"));
        assertThat(value(parsed, "--store")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void theFlagBeatsTheEnvironmentBeforeTheCommandToo() {
        CommandLine commandLine = Main.commandLine(Map.of("SESSIONS_LOG_LEVEL", "warn"));
        commandLine.parseArgs("--log-level", "debug", "serve");
        assertThat(((SessionsCommand) commandLine.getCommand()).logLevel()).isEqualTo(Level.DEBUG);
    }

    @Test
    void adminCommandsKnowTheServiceFromTheEnvironment() {
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
    void whatHoldsForOneCallOnlyIsNotTakenFromTheEnvironment() {
        ParseResult parsed = Main.commandLine(Map.of("SESSIONS_YES", "true", "SESSIONS_USER", "alice",
                "SESSIONS_DIRECT", "true", "SESSIONS_OUTPUT", "json")).parseArgs("close").subcommand();
        assertThat(value(parsed, "--yes")).isEqualTo(false);
        assertThat(value(parsed, "--direct")).isEqualTo(false);
        assertThat(parsed.commandSpec().findOption("--user").<Object>getValue()).isNull();
        assertThat(parsed.commandSpec().findOption("--output").<Object>getValue()).isNull();
    }

    @Test
    void aFlagHidesABadVariable() {
        assertThat(value(serve(Map.of("SESSIONS_MAX_PAGE_SIZE", "none"), "--max-page-size=8"), "--max-page-size"))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--insecure-no-auth", "--touch-on-get"})
    void aSwitchThatIsOnInBothPlacesIsOn(String option) {
        String variable = "SESSIONS" + option.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
        ParseResult parsed = Main.commandLine(Map.of(variable, "true")).parseArgs("serve", option);
        assertThat(parsed.subcommand().<Boolean>matchedOptionValue(option, false)).isTrue();
    }

    @Test
    void helpIsNotAskedForInTheEnvironment() {
        ParseResult parsed = serve(Map.of("SESSIONS_HELP", "true", "SESSIONS_VERSION", "true"));
        assertThat(parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SESSIONS_MAX_PAGE_SIZE | none | '--max-page-size': 'none' is not a number from 1 to 10000",
            "SESSIONS_INSECURE_NO_AUTH | maybe | '--insecure-no-auth': 'maybe' is not a boolean",
            "SESSIONS_LOG_LEVEL | loud | '--log-level': 'loud' is not one of error, warn, info, debug, trace",
            "SESSIONS_CORS_ORIGINS | http://a.example,b | '--cors-origins' (ORIGIN): 'b' is not an origin such as"
                    + " https://app.example.com, or *"})
    void aRefusedValueNamesTheVariableThatItCameFrom(String variable, String text, String problem) {
        assertThat(error(Map.of(variable, text), "serve")).startsWith(
                "sessions: Invalid value for option " + problem + ", from " + variable
                        + " (see sessions ");
    }

    @Test
    void aRefusedFlagNamesNoVariable() {
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

    private static String error(Map<String, String> environment, String... arguments) {
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(environment).setErr(new PrintWriter(err)).execute(arguments);
        assertThat(exit).isEqualTo(2);
        return err.toString().strip();
    }
}
