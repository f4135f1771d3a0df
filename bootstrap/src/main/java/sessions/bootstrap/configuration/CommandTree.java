package sessions.bootstrap.configuration;

import java.util.stream.Stream;
import picocli.CommandLine;

/** Lists a command line with its subcommands. */
final class CommandTree {

    private CommandTree() {
    }

    /** Returns all commands of the command line that contains the command. */
    static Stream<CommandLine> of(CommandLine command) {
        return from(command.getCommandSpec().root().commandLine());
    }

    private static Stream<CommandLine> from(CommandLine command) {
        return Stream.concat(Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandTree::from));
    }
}
