package sessions.testkit.log;

import static java.lang.System.Logger.Level.DEBUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.domain.model.SessionId;

class NoLogShowsSecretsTest {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.some.Class");
    private static final Logger LIBRARY = LoggerFactory.getLogger("org.library");
    private static final String ID = SessionId.random().value();

    static final class Leaking {

        @Test
        void inAnArgument() {
            LOG.debug("It is {}", ID);
        }

        @Test
        void inAStack() {
            LOG.debug("It failed", new IllegalStateException("outer", new IllegalStateException(ID)));
        }

        @Test
        void inAPart() {
            LOG.atTrace().addKeyValue("session", ID).log("It is kept as a part");
        }

        @Test
        void inTheContext() {
            try (MDC.MDCCloseable _ = MDC.putCloseable("session", ID)) {
                LOG.trace("It is kept in the context");
            }
        }

        @Test
        void inALineAfterALevelCheck() {
            if (LOG.isTraceEnabled()) {
                LOG.trace("It is {}", ID);
            }
        }

        @Test
        void byTheJdk() {
            System.getLogger("sessions.some.Class").log(DEBUG, "It is {0}", ID);
        }

        @Test
        void byALibrary() {
            LIBRARY.warn("It is {}", ID);
        }

        @Test
        void byAnotherProgram() {
            SecretLeaks.checkOutput("other program", "a line\nIt is " + ID, "argument");
        }
    }

    static final class LeakingAfterTheLastTest {

        @RegisterExtension
        static final BeforeAllCallback LATE = context -> {
            AutoCloseable end = () -> LOG.warn("It is {}", ID);
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(LeakingAfterTheLastTest.class, end);
        };

        @Test
        void itself() {
            LOG.warn("It is none");
        }
    }

    static final class Silent {

        @Test
        void withOtherIdsOfTheSameForm() {
            try (MDC.MDCCloseable _ = MDC.putCloseable("trace_id", ID)) {
                LOG.atWarn().addKeyValue("correlation_id", ID).log("{} is of another length", ID + ID);
                LOG.warn("00-{}-0123456789abcdef-01", ID);
            }
        }

        @Test
        void belowWarningInALibrary() {
            LIBRARY.info("It is {}", ID);
        }

        @Test
        void withARandomUuid() {
            LOG.warn("user {}", UUID.randomUUID());
        }

        @Test
        void withAMaskedPassword() {
            LOG.warn("jdbc:h2:file:x;PASSWORD=***");
        }

        @Test
        void inOtherProgramsWithArgumentsAndCorrelationIds() {
            SecretLeaks.checkOutput("other program", "sessions: there is no session " + ID, "get", ID);
            SecretLeaks.checkOutput("other program", "2026-11-25T14:45:01.975Z INFO  [" + ID + "] access: GET");
            SecretLeaks.checkOutput("other program",
                    "{\"message\":\"m\",\"correlation_id\":\"" + ID + "\",\"trace_id\":\"" + ID
                            + "\"}");
        }
    }

    @Test
    void testsThatLogASessionIdFailWithoutShowingIt() {
        List<String> failures = messagesOfFailed(Leaking.class);
        assertThat(failures).hasSize(Leaking.class.getDeclaredMethods().length)
                .allSatisfy(fault -> assertThat(fault).contains("showed [SESSION_ID]: ").doesNotContain(ID));
        assertThat(String.join("\n", failures)).contains("sessions.some.Class", "org.library", "other program",
                "It is ***");
    }

    @Test
    void runFailsForLeaksAfterTheLastTest() {
        EngineExecutionResults results = run(LeakingAfterTheLastTest.class);
        assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(results.containerEvents().failed().count()).isEqualTo(1);
    }

    @Test
    void similarTextsDoNotFailTests() {
        assertThat(messagesOfFailed(Silent.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sessions_0123456789abcdefghijKLMNOPQRSTUVWXYZ-_01234", "01234567-89ab-cdef-0123-456789abcdef",
                    "\"s3cret\"", "jdbc:postgresql://host/db?user=u&password=x", "mongodb://u:x@host/db",
                    "-----BEGIN EC PRIVATE KEY-----"})
    void otherSecretsAreDetectedToo(String secret) {
        assertThat(SecretPattern.in("It is " + secret + ".")).hasSize(1);
        assertThat(SecretPattern.cut("It is " + secret + ".")).contains("***").doesNotContain(secret);
    }

    private static List<String> messagesOfFailed(Class<?> tests) {
        return run(tests).testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable().orElseThrow().getMessage())
                .toList();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true").execute();
    }
}
