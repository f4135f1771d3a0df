package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;

class StatsCommandTest {

    private final CliFixture cli = new CliFixture();

    @BeforeEach
    void threeHours() {
        for (int i = 0; i < 40; i++) {
            cli.open("alice");
        }
        cli.clock.advance(Duration.ofHours(2));
        cli.close(cli.open("bob"));
        cli.open("bob");
    }

    @Test
    void drawsTheHoursAsBars() {
        assertThat(cli.run("stats", "--hours", "3", "-o", "wide")).isEqualTo(new Ran(0, """
                1 session active
                HOUR (UTC)        OPENED                   CLOSED
                2026-03-01 12:00  ████████████████████ 40  0
                2026-03-01 13:00  0                        ████████████████████ 40
                2026-03-01 14:00  █ 2                      █ 1
                """, ""));
    }

    @Test
    void hoursWithoutSessionsHaveNoBar() {
        assertThat(new CliFixture().run("stats", "--hours", "1", "-o", "table").out()).isEqualTo("""
                0 sessions active
                HOUR (UTC)        OPENED                  CLOSED
                2026-03-01 12:00  0                       0
                """);
    }

    @Test
    void machineFormatsContainTheNumbers() {
        String json = "{\"active\":1,\"hours\":[{\"start\":\"2026-03-01T14:00:00.000Z\",\"opened\":2,\"closed\":1}]}\n";
        assertThat(cli.run("stats", "--hours=1").out()).isEqualTo(json);
        assertThat(cli.run("stats", "--hours=1", "-o", "json").out()).isEqualTo(json);
        assertThat(cli.run("stats", "--hours=1", "-o", "jsonl").out()).isEqualTo(json);
        assertThat(cli.run("stats", "--hours=1", "-o", "csv").out())
                .isEqualTo("start,opened,closed\n2026-03-01T14:00:00.000Z,2,1\n");
        assertThat(cli.run("stats", "--hours=1", "-o", "yaml").out())
                .isEqualTo("active: 1\nhours:\n- start: \"2026-03-01T14:00:00.000Z\"\n  opened: 2\n  closed: 1\n");
    }

    @Test
    void statisticsCoverAtMostOneWeek() {
        assertThat(cli.run("stats", "--hours", "168", "-o", "csv").out()).hasLineCount(169);
        for (String hours : new String[]{"0", "169", "-1"}) {
            Ran ran = cli.run("stats", "--hours", hours);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).hasLineCount(1).contains("hours");
        }
    }
}
