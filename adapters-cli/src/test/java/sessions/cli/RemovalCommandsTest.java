package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionFilter;
import sessions.shell.Terminal;
import sessions.testkit.Fixtures;

/** The commands that delete many sessions. */
class RemovalCommandsTest {

    private static final Terminal ALL_STREAMS = Terminal.of("012", "1");

    private final CliFixture cli = new CliFixture();

    @Test
    void sessionsThatEndedBeforeATimeArePurged() {
        closed(3);
        cli.clock.advance(Duration.ofMinutes(30));
        closed(1);
        cli.open("alice");
        cli.clock.advance(Duration.ofMinutes(5));
        assertThat(cli.run("purge", "--closed-before", "10m", "--dry-run"))
                .isEqualTo(new Ran(0, "{\"deleted\":3,\"dry_run\":true}\n",
                        "This would purge 3 sessions." + System.lineSeparator()));
        assertThat(cli.run("purge", "--closed-before", "10m"))
                .isEqualTo(
                        CliFixture.message(2, "would purge 3 sessions; cannot ask for confirmation: add --yes (or"
                                + " --dry-run) (see sessions purge --help)"));
        assertThat(all()).isEqualTo(5);
        assertThat(cli.run("purge", "--closed-before", "10m", "--yes", "-o", "csv"))
                .isEqualTo(new Ran(0, "deleted,dry_run\n3,false\n", ""));
        assertThat(all()).isEqualTo(2);
        String future = Fixtures.NOON.plus(Duration.ofHours(1)).toString();
        assertThat(cli.run("purge", "--closed-before", future).out()).isEqualTo("{\"deleted\":1,\"dry_run\":false}\n");
        assertThat(cli.active("alice")).isEqualTo(1);
    }

    @Test
    void allSessionsOfAUserAreErased() {
        closed(2);
        String other = cli.open("bob").id().toString();
        cli.terminal = ALL_STREAMS;
        cli.input = "n\n";
        Ran declined = cli.run("erase", "--user", "alice");
        assertThat(declined.exit()).isEqualTo(1);
        assertThat(declined.out()).isEmpty();
        assertThat(declined.err()).startsWith("This would erase 2 sessions:").contains("alice", "nothing was changed")
                .doesNotContain(other);
        assertThat(all()).isEqualTo(3);
        cli.input = "y\n";
        assertThat(cli.run("erase", "--user", "alice", "-o", "json").out())
                .isEqualTo("{\"deleted\":2,\"dry_run\":false}\n");
        assertThat(cli.run("erase", "--user", "bob", "-o", "yaml").out()).contains("deleted: 1");
        assertThat(cli.run("erase", "--user", "bob").out()).contains("0");
        assertThat(all()).isZero();
    }

    @Test
    void eraseDryRunShowsTheFirstSessionsAndDeletesNothing() {
        closed(7);
        Ran ran = cli.run("erase", "--user", "alice", "--dry-run");
        assertThat(ran.out()).isEqualTo("{\"deleted\":7,\"dry_run\":true}\n");
        assertThat(ran.err()).startsWith("This would erase 7 sessions, such as:").hasLineCount(2 + 3);
        assertThat(all()).isEqualTo(7);
    }

    @Test
    void manySessionsAreDeletedInBatchesWithProgress() {
        closed(1201);
        cli.terminal = Terminal.of("2", "1");
        assertThat(cli.run("erase", "--user", "alice", "--yes").err()).contains("Erase", "100%", "1201/1201");
        assertThat(all()).isZero();
    }

    @Test
    void invalidOptionsAreRejected() {
        assertThat(cli.run("purge").exit()).isEqualTo(2);
        assertThat(cli.run("purge", "--closed-before", "yesterday").err()).contains("neither a time");
        assertThat(cli.run("erase").exit()).isEqualTo(2);
        assertThat(cli.run("erase", "--user", "").exit()).isEqualTo(2);
        assertThat(cli.run("erase", "--user", "x".repeat(256), "--yes").err()).contains("user_id must have 1 to 255");
    }

    private void closed(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(cli.close(cli.open("alice")).active()).isFalse();
        }
    }

    private long all() {
        return List.of("alice", "bob").stream().mapToLong(user -> cli.ports.resources()
                .listSessions("test", SessionFilter.ofUser(user), new CursorPaging(null, 1, true)).total())
                .sum();
    }
}
