package sessions.bootstrap.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import sessions.bootstrap.Main;

/** The part of {@code docs/cli.md} that is the help of the commands. Run {@link #main} to write it anew. */
final class CliReference {

    static final Path PAGE = Path.of("../docs/cli.md");

    private static final String START = "<!-- From here on written by CliReference; a test compares it with the commands. -->\n";

    private CliReference() {
    }

    public static void main(String[] arguments) throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(PAGE, page.substring(0, page.indexOf(START)) + text());
    }

    /** The part as it stands in the page, its start included. */
    static String inPage() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(START));
    }

    /** The part as it must be. */
    static String text() {
        return START + below(Main.commandLine(Map.of()), "");
    }

    private static String below(CommandLine parent, String name) {
        return parent.getSubcommands().entrySet().stream().map(command -> {
            String whole = name + command.getKey();
            return "\n### " + whole + "\n\n```\n" + help(command.getValue()) + "```\n"
                    + below(command.getValue(), whole + " ");
        }).collect(Collectors.joining());
    }

    private static String help(CommandLine command) {
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(System.lineSeparator(), "\n");
    }
}
