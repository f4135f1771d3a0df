package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.shell.DurationConverter;

final class BehaviourMappingTest {

    private static final String LOGGER = "- descriptor: pip-services:logger:console:default:1.0\n";

    @Test
    void controllerTimesAreMilliseconds() {
        PipConfig config = PipFile.withStoreAndEndpoint("""
                - descriptor: service-sessions:controller:default:default:1.0
                  options: {expire_timeout: 86400000, cleanup_interval: 900000}
                """);

        assertThat(config.settings()).containsEntry("expire-timeout", "86400000ms").containsEntry("cleanup-interval",
                "900000ms");
        assertThat(new DurationConverter().convert("86400000ms")).hasHours(24);
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"trace,trace", "6,trace", "5,debug", "Info,info", "4,info", "WARN,warn", "3,warn", "2,error"})
    void levelsHaveNamesAndNumbers(String original, String level) {
        PipConfig config = PipFile.withStoreAndEndpoint(LOGGER + "  level: " + original);

        assertThat(config.settings()).containsEntry("log-level", level);
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none", "0", "fatal", "1"})
    void errorsAreAlwaysLogged(String original) {
        PipConfig config = PipFile.withStoreAndEndpoint(LOGGER + "  level: " + original);

        assertThat(config.settings()).containsEntry("log-level", "error");
        assertThat(config.warnings())
                .containsExactly("line 3: pip-services:logger:console:default:1.0: level is treated as error: errors"
                        + " are always logged");
    }

    @Test
    void unknownLevelIsAProblem() {
        assertThat(PipFile.problems(LOGGER + "  level: loud"))
                .containsExactly("line 2: pip-services:logger:console:default"
                        + ":1.0: level must be none, fatal, error, warn, info, debug or trace, or 0 to 6, but is"
                        + " 'loud'");
    }

    @ParameterizedTest
    @CsvSource({"'',300000ms", "'interval: 1000',1000ms", "'options: {interval: 2000}',2000ms"})
    void countersAreLoggedAtAnInterval(String interval, String time) {
        PipConfig config = PipFile
                .withStoreAndEndpoint("- descriptor: pip-services:counters:log:default:1.0\n  level: trace\n  "
                        + interval);

        assertThat(config.settings()).containsEntry("metrics-log-interval", time);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void warnsAboutComponentsWithoutCounterpart() {
        assertThat(PipFile.withStoreAndEndpoint("""
                - descriptor: pip-services:logger:elasticsearch:default:1.0
                - descriptor: pip-services:counters:prometheus:default:1.0
                - descriptor: service-sessions:service:commandable-lambda:default:1.0
                - descriptor: service-users:controller:default:default:1.0
                """).warnings()).containsExactly(
                "line 2: pip-services:logger:elasticsearch:default:1.0: has no counterpart and is ignored",
                "line 3: pip-services:counters:prometheus:default:1.0: has no counterpart and is ignored",
                "line 4: service-sessions:service:commandable-lambda:default:1.0: has no counterpart and is ignored",
                "line 5: service-users:controller:default:default:1.0: has no counterpart and is ignored");
    }
}
