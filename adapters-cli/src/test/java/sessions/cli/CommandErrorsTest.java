package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import sessions.cli.Terminal.Ran;
import sessions.domain.SessionClosedException;
import sessions.domain.SessionStore;
import sessions.domain.SessionsException;
import sessions.domain.StoreFailedException;
import sessions.domain.StoreUnavailableException;
import sessions.testkit.Failing;

class CommandErrorsTest {

    private static final String[][] COMMANDS = {{"get", Terminal.UNKNOWN_ID}, {"list"}, {"close", Terminal.UNKNOWN_ID},
            {"close-expired"}};

    @Test
    void aStoreThatDoesNotAnswerIsStatusSix() {
        assertEveryCommand(6, "The store could not work: connection refused", new StoreUnavailableException(
                "The store could not work", new SQLException("connection refused\n at x")));
    }

    @Test
    void aConflictIsStatusFive() {
        assertEveryCommand(5, "The session is closed and can no longer be changed", new SessionClosedException());
    }

    @Test
    void aFaultOfTheStoreIsStatusOneInOneLine() {
        assertEveryCommand(1, "The store could not work: no such table",
                new StoreFailedException("The store could not work", new SQLException("no such table")));
    }

    @Test
    void passwordsThatTheDriverRepeatsAreHidden() {
        assertEveryCommand(6, "The store could not work: bad URL \"jdbc:h2:file:x;PASSWORD=***;A=B\"",
                new StoreUnavailableException("The store could not work",
                        new SQLException("bad URL \"jdbc:h2:file:x;PASSWORD=secret;A=B\"")));
    }

    @Test
    void aFaultOfOursShowsItsStackOnTheErrorStreamOnly() {
        Ran ran = new Terminal(Failing.port(SessionStore.class, () -> new IllegalStateException("our mistake")))
                .run("list");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("our mistake", "at sessions.");
    }

    @Test
    void everyCommandHasHelp() {
        for (String[] command : COMMANDS) {
            Ran ran = new Terminal().run(command[0], "--help");
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).startsWith("Usage: sessions " + command[0]);
            assertThat(ran.err()).isEmpty();
        }
    }

    private static void assertEveryCommand(int exit, String message, SessionsException failure) {
        for (String[] command : COMMANDS) {
            assertThat(new Terminal(Failing.port(SessionStore.class, () -> failure)).run(command)).as(command[0])
                    .isEqualTo(new Ran(exit, "", "sessions: " + message + System.lineSeparator()));
        }
    }
}
