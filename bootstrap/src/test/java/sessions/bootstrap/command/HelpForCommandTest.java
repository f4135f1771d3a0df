package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.bootstrap.CommandRun;

class HelpForCommandTest {

    @Test
    void helpIsThatOfTheCommand() {
        assertThat(run("help", "keys", "create")).isEqualTo(run("keys", "create", "--help"));
        assertThat(run("help", "keys")).isEqualTo(run("keys", "--help"));
        assertThat(run("help", "list")).isEqualTo(run("list", "--help"));
        assertThat(run("help")).isEqualTo(run("--help"));
    }

    @Test
    void unknownCommandIsRejected() {
        for (String[] arguments : new String[][]{{"help", "lst"}, {"help", "keys", "lst"}, {"help", "list", "lst"}}) {
            assertThat(run(arguments)).isEqualTo(new CommandRun(2, "",
                    "sessions: Unknown command: 'lst' (see sessions help --help)" + System.lineSeparator()));
        }
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(Map.of(), arguments);
    }
}
