package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sessions.bootstrap.Main;

/** Compares the command reference and the table of commands with the command line. */
class CliDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| ((?:`[a-z -]+`(?:, )?)+) \\| [^|]+ \\|$",
            Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z -]+)`");

    private final CommandLine commandLine = Main.commandLine(Map.of());

    @Test
    void referenceMatchesTheHelpTexts() throws IOException {
        assertThat(CliReference.inPage()).as("run CliReference.main to write it anew").isEqualTo(CliReference.text());
    }

    @Test
    void indexNamesEveryCommandOnceAndNoOther() {
        assertThat(ROW.matcher(DocumentPage.INDEX.text()).results()
                .flatMap(row -> NAME.matcher(row.group(1)).results().map(name -> name.group(1))))
                .containsExactlyInAnyOrderElementsOf(commands());
    }

    /** The commands that do something themselves: {@code keys create}, not {@code keys}. */
    private Set<String> commands() {
        Set<String> commands = new TreeSet<>();
        commandLine.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                commands.add(name);
            }
            command.getSubcommands().keySet().forEach(child -> commands.add(name + " " + child));
        });
        return commands;
    }
}
