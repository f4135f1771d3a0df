package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.cli.CliFixture.Ran;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;

/** Sessions and reports, in every format. */
class EveryFormatTest {

    private final CliFixture cli = new CliFixture();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"table", "wide", "json", "jsonl", "yaml", "csv"})
    void ofSessions(String format) {
        String id = cli.open("user").id().value();
        for (String[] command : new String[][]{{"list", "--user", "user"}, {"get", id}, {"status"}, {"ping"},
                {"touch", id}, {"close", "--dry-run", "--user", "nobody"}, {"close", id}}) {
            Ran ran = cli.run(with(command, "-o", format));
            assertThat(ran.exit()).as("%s: %s", command[0], ran.err()).isZero();
            assertThat(ran.out()).as(command[0]).matches(beginning(format, command[0]))
                    .endsWith(System.lineSeparator()).doesNotContain("\r", "\u001b");
        }
    }

    /** A distinctive text of each format. */
    private static String beginning(String format, String command) {
        boolean list = command.equals("list") || command.equals("close");
        return "(?s)" + switch (format) {
            case "table", "wide" -> "[A-Za-z_]+ +\\S.*";
            case "json" -> "(\\[\n)?\\{\".*";
            case "jsonl" -> "\\{\".*";
            case "yaml" -> (list ? "(- )?" : "") + "[a-z_]+: .*";
            default -> "[a-z_]+(,[a-z_]+)+\n.*";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "wide", "json", "jsonl", "yaml", "csv"})
    void ofReports(String format) {
        MemorySessionStore here = new MemorySessionStore();
        for (int i = 0; i < 4; i++) {
            here.sessions().insert(Fixtures.session("user", Fixtures.NOON));
        }
        cli.opened.put("here", here);
        String file = folder.resolve("sessions.jsonl").toString();
        assertThat(cli.run("export", file, "-o", format).out()).matches(report(format, "exported", "resumed_after", 0));
        assertThat(cli.run("import", file, "-o", format).out()).matches(report(format, "read", "added", 0));
        assertThat(cli.run("copy", "here", "there", "-o", format).out()).matches(report(format, "read", "added", 4));
    }

    /** A distinctive text of each format, for a report that starts with four sessions and another number. */
    private static String report(String format, String first, String second, int number) {
        return "(?s)" + switch (format) {
            case "table", "wide" -> first + " +4\n" + second + " +" + number + "\n.*";
            case "json", "jsonl" -> "\\{\"" + first + "\":4,\"" + second + "\":" + number + ",.*}\n";
            case "yaml" -> first + ": 4\n" + second + ": " + number + "\n.*";
            default -> first + "," + second + ",.*\n4," + number + ",.*\n";
        };
    }

    private static String[] with(String[] command, String... more) {
        return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
