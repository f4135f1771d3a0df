package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.shell.Terminal;

class ListCommandTest {

    private final CliFixture cli = new CliFixture();

    @Test
    void outsideATerminalIdsAreWholeAndTimesExact() {
        SessionV1 session = cli.open("alice");
        Ran ran = cli.run("list");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                ID                                USER   NAME  STATE   OPENED                    LAST REQUEST            \
                  ENDS                      VERSION  ADDRESS      CLIENT
                %s  alice  Name  active  2026-03-01T12:00:00.123Z  2026-03-01T12:00:00.123Z  2026-03-01T13:00:00.123Z\
                  1        192.168.0.7  web
                """.formatted(session.id().value()));
    }

    @Test
    void onATerminalTimesAreRelativeAndIdsAreShortened() {
        SessionV1 closed = cli.close(cli.open("alice"));
        cli.clock.advance(Duration.ofMinutes(50));
        SessionV1 active = cli.open("bob");
        cli.clock.advance(Duration.ofSeconds(30));
        cli.terminal = new Terminal(true, true, true, false);
        assertThat(cli.run("list").out()).isEqualTo("""
                ID       USER   STATE   OPENED   LAST REQUEST  ENDS     ADDRESS      CLIENT
                %s  bob    active  30s ago  30s ago       in 59m   192.168.0.7  web
                %s  alice  closed  50m ago  50m ago       50m ago  192.168.0.7  web
                """.formatted(active.id(), closed.id()));
    }

    @Test
    void coloursAreUsedOnlyOnTerminalsThatAllowThem() {
        cli.open("alice");
        assertThat(cli.run("list").out()).doesNotContain("\u001b");
        cli.terminal = Terminal.of("12", "");
        assertThat(cli.run("list").out()).contains("\u001b[32mactive\u001b[");
        cli.terminal = Terminal.of("12", "1");
        assertThat(cli.run("list").out()).contains("active").doesNotContain("\u001b");
    }

    @Test
    void longTextsAreCutOnATerminal() {
        cli.open("u".repeat(200));
        cli.terminal = Terminal.of("1", "1");
        assertThat(cli.run("list").out()).contains("  " + "u".repeat(39) + "…  active").doesNotContain("u".repeat(40));
        assertThat(cli.run("list", "-o", "wide").out()).contains("u".repeat(200));
    }

    @Test
    void sessionsAreFiltered() {
        SessionV1 closed = cli.close(cli.open("alice"));
        cli.clock.advance(Duration.ofMinutes(10));
        SessionV1 active = cli.open("alice");
        cli.clock.advance(Duration.ofMinutes(10));
        SessionV1 other = cli.open(new SessionOpening("bob", null, "10.0.0.1", "app", null, null));
        assertThat(ids("--user", "alice")).containsExactly(id(active), id(closed));
        assertThat(ids("--active")).containsExactly(id(other), id(active));
        assertThat(ids("--closed")).containsExactly(id(closed));
        assertThat(ids("--closed", "--user", "bob")).isEmpty();
        assertThat(ids("--opened-from", "10m")).containsExactly(id(other), id(active));
        assertThat(ids("--opened-to", "10m")).containsExactly(id(closed));
        assertThat(ids("--requested-from", "2026-03-01T12:10:00.123Z", "--requested-to=2026-03-01T12:20:00.123Z"))
                .containsExactly(id(active));
        assertThat(ids("--user", "bob", "--address", "10.0.0.1", "--client", "app")).containsExactly(id(other));
        assertThat(ids("--user", "bob", "--client", "web")).isEmpty();
    }

    @Test
    void expiredSessionsAreShownAsClosed() {
        SessionV1 session = cli.open("alice");
        cli.clock.advance(Duration.ofHours(2));
        assertThat(ids("--active")).isEmpty();
        assertThat(ids("--closed")).containsExactly(id(session));
    }

    @Test
    void limitEndsTheListAndAllReadsEveryPage() {
        List<String> newestFirst = open(10).reversed().stream().map(ListCommandTest::id).toList();
        Ran limited = cli.run("list", "--limit", "7", "-o", "jsonl");
        assertThat(limited.out().lines()).hasSize(7);
        assertThat(limited.err()).isEqualTo("sessions: there are more sessions; use --all or a larger --limit"
                + System.lineSeparator());
        assertThat(ids("--all")).isEqualTo(newestFirst);
        Ran all = cli.run("list", "--limit", "10", "-o", "jsonl");
        assertThat(all.out().lines()).hasSize(10);
        assertThat(all.err()).isEmpty();
    }

    @Test
    void listEndsSilentlyWhenItsReaderCloses() {
        open(10);
        BrokenPipe pipe = new BrokenPipe(4);
        int exit = cli.commandLine().setOut(pipe.writer()).execute("list", "--all", "-o", "jsonl");
        assertThat(exit).isZero();
        assertThat(pipe.written().lines()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void watchPrintsTheListRepeatedly() {
        cli.open("alice");
        cli.repetitions.add(() -> cli.open("bob"));
        cli.repetitions.add(() -> cli.clock.advance(Duration.ofHours(2)));
        String[] frames = cli.run("list", "--watch=1m").out().split("\n\n", -1);
        assertThat(frames).hasSize(3);
        assertThat(frames[0]).contains("alice").doesNotContain("bob");
        assertThat(frames[1]).contains("alice", "bob", "active");
        assertThat(frames[2]).contains("alice", "bob", "closed").doesNotContain("active");
        cli.terminal = Terminal.of("1", "1");
        cli.repetitions.add(() -> cli.clock.advance(Duration.ofHours(1)));
        assertThat(cli.run("list", "--watch").out()).containsOnlyOnce("\u001b[H\u001b[2J").contains("3h ago");
    }

    @Test
    void failedRefreshKeepsTheLastListWithTheErrorBelowIt() {
        cli.open("alice");
        cli.terminal = Terminal.of("12", "1");
        cli.repetitions.add(() -> cli.failure = new ServiceUnavailableException("The service is stopping", null));
        cli.repetitions.add(() -> cli.failure = null);
        Ran ran = cli.run("list", "--watch");
        assertThat(ran.exit()).isZero();
        String[] frames = ran.out().split(Pattern.quote("\u001b[H\u001b[2J"), -1);
        assertThat(frames).hasSize(3).allMatch(frames[0]::equals).allMatch(frame -> frame.contains("alice"));
        assertThat(ran.err()).isEqualTo("sessions: The service is stopping; trying again" + System.lineSeparator());
    }

    @Test
    void failedRefreshOutsideATerminalPrintsOnlyTheError() {
        cli.open("alice");
        cli.repetitions.add(() -> cli.failure = new ServiceUnavailableException("The service is stopping", null));
        Ran ran = cli.run("list", "--watch");
        assertThat(ran.out()).containsOnlyOnce("alice");
        assertThat(ran.err()).contains("The service is stopping; trying again");
    }

    @Test
    void firstFailureEndsTheWatch() {
        cli.failure = new ServiceUnavailableException("The service is stopping", null);
        assertThat(cli.run("list", "--watch")).isEqualTo(CliFixture.message(6, "The service is stopping"));
    }

    @Test
    void fullIdsArePrintedInTables() {
        SessionV1 session = cli.open("alice");
        for (Terminal terminal : List.of(Terminal.NONE, Terminal.of("12", "1"))) {
            cli.terminal = terminal;
            assertThat(list("-o", "table").out()).contains(session.id() + "  alice").doesNotContain(id(session));
            assertThat(list("-o", "table", "--full-ids").out()).contains(id(session) + "  alice");
        }
    }

    @Test
    void controlCharactersAreNotPrintedRaw() {
        cli.open(new SessionOpening("a\u001b[31m\nb", null, "c\u009b2J\u007f", "d\u202ee\u2028", null, null));
        for (String format : List.of("table", "wide")) {
            assertThat(cli.run("list", "-o", format).out()).hasLineCount(2).contains("a?[31m?b", "c?2J?", "d?e?");
        }
    }

    @Test
    void invalidOptionsAreRejectedInOneLine() {
        assertRejected("Invalid value for option '--limit': '0' is not a whole number from 1 to 999999999", "--limit",
                "0");
        assertRejected("--all and --limit cannot be combined", "--all", "--limit", "5");
        assertRejected("Invalid value for option '--limit': 'many' is not a whole number from 1 to 999999999",
                "--limit",
                "many");
        assertRejected("Unknown option: '--colour'", "--colour");
        assertRejected("Unexpected argument: 'everything'", "everything");
        assertRejected("Missing required parameter for option '--user' (ID)", "--user");
        assertRejected("--active, --closed are mutually exclusive (specify only one)", "--active", "--closed");
        assertRejected("--watch requires -o table or -o wide", "--watch", "-o", "json");
        assertRejected(
                "Invalid value for option '--output': 'xml' is not one of table, wide, json, jsonl, yaml,"
                        + " csv",
                "-o", "xml");
        assertRejected("Invalid value for option '--opened-to': 'yesterday' is neither a time such as"
                + " 2026-01-31T08:05:00Z nor an age such as 90m or 2h", "--opened-to", "yesterday");
        assertRejected("--client requires --user", "--client", "web");
        assertRejected("--address requires --user", "--address", "::1");
    }

    private void assertRejected(String message, String... options) {
        assertThat(list(options)).isEqualTo(CliFixture.message(2, message + " (see sessions list --help)"));
    }

    private List<SessionV1> open(int count) {
        return Stream.generate(() -> {
            cli.clock.advance(Duration.ofMillis(1));
            return cli.open("user");
        }).limit(count).toList();
    }

    private List<String> ids(String... options) {
        return list(options).out().lines().skip(1).map(line -> line.substring(0, 32)).toList();
    }

    private static String id(SessionV1 session) {
        return session.id().value();
    }

    private Ran list(String... options) {
        return cli.run(Stream.concat(Stream.of("list"), Stream.of(options)).toArray(String[]::new));
    }
}
