package sessions.bootstrap.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sessions.shell.TerminalText;

/** Prints the help of a command or, unlike picocli's own command, of a subcommand: {@code help keys create}. */
@Command(name = "help", helpCommand = true, mixinStandardHelpOptions = true,
        description = "Print the help of a command, or of sessions if none is given.")
public final class HelpForCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command, and its subcommand if it has some.")
    private List<String> words = new ArrayList<>();

    @Override
    public void run() {
        CommandLine command = spec.parent().commandLine();
        for (String word : words) {
            command = subcommand(command, word);
        }
        command.usage(spec.commandLine().getOut());
    }

    private CommandLine subcommand(CommandLine command, String word) {
        CommandLine found = command.getSubcommands().get(word);
        if (found == null) {
            throw new ParameterException(spec.commandLine(), "Unknown command: '" + TerminalText.text(word) + "'");
        }
        return found;
    }
}
