package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.SessionV1;
import sessions.shell.Terminal;

class CloseCommandTest {

    private static final Terminal ALL_STREAMS = Terminal.of("012", "1");

    private final CliFixture cli = new CliFixture();
    private SessionV1 first = cli.open("alice");
    private SessionV1 second = first;

    @BeforeEach
    void openAnother() {
        cli.clock.advance(Duration.ofMinutes(1));
        second = cli.open("alice");
    }

    @Test
    void oneSessionIsClosedAndPrintedWithoutAsking() {
        Ran ran = cli.run("close", id(first), "-o", "jsonl");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(id(first), "\"active\":false", "\"close_time\"", "\"data\":null");
        assertThat(ran.err()).isEmpty();
        assertThat(cli.present(first).active()).isFalse();
        assertThat(cli.present(second).active()).isTrue();
    }

    @Test
    void closedSessionIsPrintedUnchanged() {
        Ran ran = cli.run("close", id(first));
        cli.clock.advance(Duration.ofHours(1));
        assertThat(cli.run("close", id(first))).isEqualTo(ran);
    }

    @Test
    void existingSessionsAreClosedAndMissingOnesReported() {
        Ran ran = cli.run("close", "--yes", "-o", "jsonl", id(first), CliFixture.UNKNOWN_ID, id(second));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.contains("\"active\":false"));
        assertThat(ran.err())
                .isEqualTo("sessions: there is no session " + CliFixture.UNKNOWN_ID + System.lineSeparator());
    }

    @Test
    void idsAreAlsoReadFromStandardInput() {
        cli.input = id(first) + "\r\n\n  " + id(second) + "\n" + id(first);
        Ran ran = cli.run("close", "--stdin", "--yes", "-o", "jsonl");
        assertThat(ran.out()).hasLineCount(2);
        assertThat(cli.active("alice")).isZero();
    }

    @Test
    void severalSessionsAreShownBeforeAsking() {
        cli.terminal = ALL_STREAMS;
        cli.input = "y\n";
        Ran ran = cli.run("close", id(first), id(second));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("This would close 2 sessions:" + System.lineSeparator())
                .contains(first.id().toString(), second.id().toString(), "Really close 2 sessions? [y/N] ");
        assertThat(cli.active("alice")).isZero();
    }

    @Test
    void missingSessionsAreNotCounted() {
        String[] ids = {"close", id(first), "nope", CliFixture.UNKNOWN_ID, id(second)};
        assertThat(cli.run(ids).err()).startsWith("sessions: would close 2 sessions;");
        assertThat(cli.run(Stream.concat(Stream.of(ids), Stream.of("--dry-run")).toArray(String[]::new)).err())
                .startsWith("This would close 2 sessions:");
        cli.terminal = Terminal.of("02", "1");
        cli.input = "y\n";
        Ran ran = cli.run(ids);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("Really close 2 sessions? [y/N] ", "2/4", "there is no session nope");
    }

    @Test
    void oneExistingSessionOfTwoIsAskedFor() {
        Ran ran = cli.run("close", id(first), "nope");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("sessions: would close 1 session;");
        assertThat(cli.run("close", "nope", CliFixture.UNKNOWN_ID).exit()).isEqualTo(3);
        assertThat(cli.run("close", "--dry-run", id(second), "nope").err()).startsWith("This would close 1 session:");
    }

    @Test
    void everyAnswerOtherThanYesCountsAsNo() {
        cli.terminal = ALL_STREAMS;
        for (String answer : List.of("n\n", "\n", "", "yess\n", "close\n")) {
            cli.input = answer;
            for (String[] command : new String[][]{{"close", id(first), id(second)}, {"close", "--user", "alice"}}) {
                Ran ran = cli.run(command);
                assertThat(ran.exit()).as(answer).isEqualTo(1);
                assertThat(ran.out()).isEmpty();
                assertThat(ran.err()).endsWith("sessions: nothing was changed" + System.lineSeparator());
            }
        }
        assertThat(cli.active("alice")).isEqualTo(2);
    }

    @Test
    void withoutTerminalYesIsRequired() {
        Ran rejected = CliFixture.message(2, "would close 2 sessions; cannot ask for confirmation: add --yes (or"
                + " --dry-run) (see sessions close --help)");
        assertThat(cli.run("close", id(first), id(second))).isEqualTo(rejected);
        assertThat(cli.run("close", "--user", "alice")).isEqualTo(rejected);
        cli.terminal = ALL_STREAMS;
        cli.input = id(first) + "\n" + id(second) + "\ny\n";
        assertThat(cli.run("close", "--stdin").exit()).isEqualTo(2);
        cli.terminal = Terminal.of("01", "1");
        cli.input = "y\n";
        assertThat(cli.run("close", "--user", "alice").exit()).isEqualTo(2);
        assertThat(cli.active("alice")).isEqualTo(2);
    }

    @Test
    void dryRunOnlyShowsSessions() {
        Ran byId = cli.run("close", "--dry-run", "-o", "jsonl", id(first), id(second));
        assertThat(byId.exit()).isZero();
        assertThat(byId.out().lines()).hasSize(2).allMatch(line -> line.contains("\"active\":true"));
        assertThat(byId.err()).contains("This would close 2 sessions:", second.id().toString());
        assertThat(cli.run("close", id(first), "--if-version", "2", "--dry-run").exit()).isEqualTo(5);
        Ran byUser = cli.run("close", "--dry-run", "--user", "alice");
        assertThat(byUser.out()).isEqualTo("{\"closed\":2,\"dry_run\":true}\n");
        assertThat(byUser.err()).contains("This would close 2 sessions:", first.id().toString());
        assertThat(cli.active("alice")).isEqualTo(2);
    }

    @Test
    void matchingSessionsAreClosedExceptTheGivenOne() {
        cli.open("bob");
        Ran ran = cli.run("close", "--user", "alice", "--except", id(second), "-o", "csv");
        assertThat(ran).isEqualTo(new Ran(0, "closed,dry_run\n1,false\n", ""));
        assertThat(cli.present(second).active()).isTrue();
        assertThat(cli.active("bob")).isEqualTo(1);
    }

    @Test
    void sampleIsTheFirstFiveSessionsToClose() {
        for (int i = 0; i < 1198; i++) {
            cli.open("alice");
        }
        SessionV1 kept = cli.open("alice");
        Ran ran = cli.run("close", "--user", "alice", "--dry-run", "--except", id(kept));
        assertThat(ran.err()).startsWith("This would close 1,200 sessions, such as:").hasLineCount(7)
                .doesNotContain(kept.id().toString());
        assertThat(cli.run("close", "--user", "alice", "--yes").out())
                .isEqualTo("{\"closed\":1201,\"dry_run\":false}\n");
        assertThat(cli.active("alice")).isZero();
    }

    @Test
    void closingAllSessionsRequiresATimeFilter() {
        assertThat(cli.run("close", "--yes", "--opened-to", "1m", "-o", "csv").out()).endsWith("\n0,false\n");
        assertThat(cli.run("close", "--yes", "--opened-to", "2026-03-02").out()).contains("\"closed\":2");
    }

    @Test
    void invalidOptionsAreRejected() {
        assertRejected("give session ids or a filter such as --user; to close all sessions, use --opened-to");
        assertRejected("give either session ids or a filter such as --user", id(first), "--user", "alice");
        String except = "--except requires a filter and a session id of 32 lower-case hexadecimal digits";
        assertRejected(except, id(first), "--except", id(second));
        assertRejected(except, "--user", "alice", "--except", "mine");
        assertRejected("--if-version requires a session id", "--user", "alice", "--if-version", "1");
        assertRejected("--if-version works with one session only", id(first), id(second), "--if-version", "1");
        assertThat(cli.active("alice")).isEqualTo(2);
    }

    @Test
    void progressIsShownOnlyOnATerminal() {
        cli.terminal = Terminal.of("2", "1");
        assertThat(cli.run("close", "--user", "alice", "--yes").err()).contains("Close", "100%", "2/2")
                .endsWith(System.lineSeparator());
        assertThat(cli.run("close", id(first), id(second), "--yes").err()).contains("2/2");
        cli.terminal = ALL_STREAMS;
        assertThat(cli.run("close", id(first), id(second), "--yes").err()).isEmpty();
    }

    private void assertRejected(String message, String... options) {
        assertThat(cli.run(Stream.concat(Stream.of("close"), Stream.of(options)).toArray(String[]::new)))
                .isEqualTo(CliFixture.message(2, message + " (see sessions close --help)"));
    }

    private static String id(SessionV1 session) {
        return session.id().value();
    }
}
