package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsInManual {

    private static final Path PAGES = Path.of(System.getProperty("sessions.manual"));

    @Test
    void everyCommandHasAPageWithItsOptions() throws IOException {
        CommandLine root = Main.commandLine(Map.of());
        assertThat(page("sessions")).contains(".SH \"NAME\"", "\\fBserve\\fP", "\\fBlist\\fP", ".SH \"EXIT STATUS");
        for (CommandLine command : root.getSubcommands().values()) {
            String page = page("sessions-" + command.getCommandName());
            assertThat(page).contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"");
            command.getCommandSpec().options().forEach(option -> assertThat(page)
                    .contains(option.longestName().replace("-", "\\-")));
        }
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".1"));
    }
}
