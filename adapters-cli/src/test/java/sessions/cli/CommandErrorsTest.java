package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sessions.cli.CliFixture.Ran;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.port.driven.SessionStore;
import sessions.shell.CommandErrors;
import sessions.testkit.FailingPorts;

class CommandErrorsTest {

    private static final String[][] COMMANDS = {{"get", CliFixture.UNKNOWN_ID}, {"list"}, {"open", "--user", "u"},
            {"store", CliFixture.UNKNOWN_ID, "1"}, {"close", CliFixture.UNKNOWN_ID}, {"close", "--user", "u"},
            {"delete", CliFixture.UNKNOWN_ID}, {"close-expired"}};

    @Test
    void unavailableStoreIsStatusSix() {
        assertEveryCommand(6, "The store could not work: connection refused", new StoreUnavailableException(
                "The store could not work", new SQLException("connection refused\n at x")));
    }

    @Test
    void unavailableServiceIsStatusSix() {
        assertEveryCommand(6, "The service does not answer", new ServiceUnavailableException(
                "The service does not answer", new SQLException("not repeated")));
    }

    @Test
    void unauthorizedCallerIsStatusFour() {
        for (ErrorCode code : List.of(ErrorCode.UNAUTHORIZED, ErrorCode.FORBIDDEN)) {
            assertEveryCommand(4, "The key is not known", new UnauthorizedException(code, "The key is not known"));
        }
    }

    @Test
    void conflictIsStatusFive() {
        assertEveryCommand(5, "The session is closed and can no longer be changed", new SessionClosedException());
    }

    @Test
    void storeFailureIsStatusOneInOneLine() {
        assertEveryCommand(1, "The store could not work: no such table",
                new StoreFailedException("The store could not work", new SQLException("no such table")));
    }

    @Test
    void failingServiceOrOtherProgramIsStatusOne() {
        for (ErrorCode code : List.of(ErrorCode.INTERNAL, ErrorCode.NOT_FOUND, ErrorCode.METHOD_NOT_ALLOWED)) {
            assertEveryCommand(1, "It answered something else", new ServiceFailedException(code,
                    "It answered something else"));
        }
    }

    @Test
    void messagesAreOneLineWithoutControlCharacters() {
        assertEveryCommand(4, "no?way?[31m", new UnauthorizedException(ErrorCode.FORBIDDEN, "no\nway\u001b[31m"));
    }

    @Test
    void fileErrorsHaveAReason() throws Exception {
        assertThat(said(new AccessDeniedException("x"))).isEqualTo("sessions: x: access denied");
        assertThat(said(new NoSuchFileException("x"))).isEqualTo("sessions: x: there is no such file or folder");
        assertThat(said(new FileSystemException("x", null, "Is a directory")))
                .isEqualTo("sessions: x: Is a directory");
    }

    private static String said(IOException failed) throws Exception {
        StringWriter err = new StringWriter();
        CommandLine command = new CliFixture().commandLine().setErr(new PrintWriter(err));
        new CommandErrors().handleExecutionException(failed, command,
                command.parseArgs("list"));
        return err.toString().strip();
    }

    @Test
    void passwordsInDriverMessagesAreHidden() {
        assertEveryCommand(6, "The store could not work: bad URL \"jdbc:h2:file:x;PASSWORD=***;A=B\"",
                new StoreUnavailableException("The store could not work",
                        new SQLException("bad URL \"jdbc:h2:file:x;PASSWORD=secret;A=B\"")));
    }

    @Test
    void internalErrorPrintsItsStackTraceOnlyOnStandardError() {
        Ran ran = new CliFixture(FailingPorts.port(SessionStore.class, () -> new IllegalStateException("our mistake")))
                .run("get", CliFixture.UNKNOWN_ID);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("our mistake", "at sessions.");
    }

    @Test
    void everyCommandHasHelp() {
        CliFixture cli = new CliFixture();
        for (String command : cli.commandLine().getSubcommands().keySet()) {
            Ran ran = cli.run(command, "--help");
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).startsWith("Usage: sessions " + command);
            assertThat(ran.err()).isEmpty();
        }
    }

    @Test
    void mistypedCommandGetsASuggestion() {
        assertThat(new CliFixture().run("lst").err())
                .startsWith("sessions: Unknown command: 'lst'; did you mean list").hasLineCount(1);
    }

    private static void assertEveryCommand(int exit, String message, SessionsException failure) {
        for (String[] command : COMMANDS) {
            Ran ran = new CliFixture(FailingPorts.port(SessionStore.class, () -> failure)).run(command);
            assertThat(ran.exit()).as(command[0]).isEqualTo(exit);
            assertThat(ran.err()).as(command[0])
                    .endsWith("sessions: " + message + System.lineSeparator());
        }
    }
}
