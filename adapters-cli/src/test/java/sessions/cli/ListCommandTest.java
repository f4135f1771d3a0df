package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.cli.Terminal.Ran;
import sessions.domain.SessionOpening;
import sessions.domain.SessionV1;

class ListCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void printsAlignedColumnsNewestFirst() {
        SessionV1 older = terminal.open("alice");
        terminal.clock.advance(Duration.ofMinutes(1));
        SessionV1 newer = terminal.open(new SessionOpening("bob", null, null, null, null, null));
        Ran ran = terminal.run("list");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).containsExactly(
                "ID                                USER   STATE   OPENED                    LAST REQUEST              ADDRESS      CLIENT",
                newer.id().value()
                        + "  bob    active  2026-03-01T12:01:00.123Z  2026-03-01T12:01:00.123Z  -            -",
                older.id().value()
                        + "  alice  active  2026-03-01T12:00:00.123Z  2026-03-01T12:00:00.123Z  192.168.0.7  web");
        assertThat(ran.err()).isEqualTo("sessions: 2 of 2 sessions" + System.lineSeparator());
    }

    @Test
    void anEmptyStoreStillShowsTheHeader() {
        Ran ran = terminal.run("list");
        assertThat(ran.out().lines()).singleElement().asString().startsWith("ID").endsWith("CLIENT");
        assertThat(ran.err()).startsWith("sessions: 0 of 0");
    }

    @Test
    void filtersByUserAndState() {
        SessionV1 closed = terminal.open("alice");
        terminal.service.closeSession("test", closed.id().value());
        SessionV1 active = terminal.open("alice");
        SessionV1 other = terminal.open("bob");
        assertThat(ids("--user", "alice")).containsExactlyInAnyOrder(closed.id().value(), active.id().value());
        assertThat(ids("--active")).containsExactlyInAnyOrder(active.id().value(), other.id().value());
        assertThat(ids("--closed")).containsExactly(closed.id().value());
        assertThat(ids("--closed", "--user", "bob")).isEmpty();
    }

    @Test
    void expiredSessionsAreShownAsClosed() {
        SessionV1 session = terminal.open("alice");
        terminal.clock.advance(Duration.ofHours(2));
        assertThat(ids("--active")).isEmpty();
        assertThat(ids("--closed")).containsExactly(session.id().value());
        assertThat(terminal.run("list").out()).contains("  closed  ");
    }

    @Test
    void skipsAndTakes() {
        for (int i = 0; i < 5; i++) {
            terminal.open("user" + i);
            terminal.clock.advance(Duration.ofMinutes(1));
        }
        Ran ran = terminal.run("list", "--skip", "1", "--take=2");
        assertThat(ran.out().lines().skip(1)).satisfiesExactly(line -> assertThat(line).contains(" user3 "),
                line -> assertThat(line).contains(" user2 "));
        assertThat(ran.err()).startsWith("sessions: 2 of 5 sessions");
    }

    @Test
    void textThatCouldSteerTheTerminalIsNotPrintedRaw() {
        terminal.open(new SessionOpening("a\u001b[31m\nb", null, "c\u009b2J\u007f", "d\u202ee\u2028", null, null));
        String out = terminal.run("list").out();
        assertThat(out.lines()).hasSize(2);
        assertThat(out).contains("a?[31m?b", "c?2J?", "d?e?");
    }

    @Test
    void badOptionsAreRefusedInOneLine() {
        assertRefused("Invalid value for option '--take': 'many' is not an int", "--take", "many");
        assertRefused("Invalid value for option '--skip': '1.5' is not a long", "--skip=1.5");
        assertRefused("Unknown option: '--colour'", "--colour");
        assertRefused("Unmatched argument at index 1: 'everything'", "everything");
        assertRefused("Missing required parameter for option '--user' (ID)", "--user");
        assertRefused("--active, --closed are mutually exclusive (specify only one)", "--active", "--closed");
    }

    private void assertRefused(String message, String... options) {
        Ran ran = list(options);
        assertThat(ran).isEqualTo(
                new Ran(2, "", "sessions: " + message + " (see sessions list --help)" + System.lineSeparator()));
    }

    private List<String> ids(String... options) {
        return list(options).out().lines().skip(1).map(line -> line.substring(0, 32)).toList();
    }

    private Ran list(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "list";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return terminal.run(arguments);
    }
}
