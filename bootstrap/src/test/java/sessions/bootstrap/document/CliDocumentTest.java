package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sessions.bootstrap.Main;
import sessions.bootstrap.configuration.SettingName;

/** The documentation of the command line matches the program. */
class CliDocumentTest {

    private static final String README = read("../README.md");

    private final CommandLine commandLine = Main.commandLine(Map.of());

    @Test
    void referenceMatchesTheHelpTexts() throws IOException {
        assertThat(CliReference.inPage()).as("run CliReference.main to write it anew").isEqualTo(CliReference.text());
    }

    @Test
    void readmeNamesEveryCommand() {
        assertThat(commandLine.getSubcommands().keySet())
                .allSatisfy(command -> assertThat(README).containsPattern("`(sessions )?" + command + "[` ]"));
    }

    @Test
    void readmeHasARowForEverySetting() {
        Set<String> settings = new TreeSet<>();
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().options().stream().flatMap(option -> SettingName.of(option).stream())
                    .map(name -> "| `--" + name.key() + "` | `" + name.variable() + "` |").forEach(settings::add);
        }
        assertThat(settings).contains("| `--store-user` | `SESSIONS_STORE_USER` |")
                .allSatisfy(row -> assertThat(README).contains(row));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
