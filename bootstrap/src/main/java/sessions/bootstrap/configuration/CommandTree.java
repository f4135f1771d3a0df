package sessions.bootstrap.configuration;

import java.util.stream.Stream;
import picocli.CommandLine;

/** A command line with all its commands. */
final class CommandTree {

    private CommandTree() {
    }

    /** All commands of the command line that a command is in. */
    static Stream<CommandLine> of(CommandLine command) {
        return from(command.getCommandSpec().root().commandLine());
    }

    private static Stream<CommandLine> from(CommandLine command) {
        return Stream.concat(Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandTree::from));
    }
}
