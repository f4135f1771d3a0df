package sessions.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands that look into sessions and change them. */
public final class AdminCommands {

    private AdminCommands() {
    }

    /**
     * Adds the commands to a command line.
     *
     * @param directOptions an object with those options that {@code --direct} gives a meaning to; every command has them
     */
    public static void addTo(CommandLine commandLine, Shell shell, Object directOptions) {
        List.of(new ListCommand(shell), new GetCommand(shell), new OpenCommand(shell), new StoreCommand(shell),
                new PatchCommand(shell), new UpdateUserCommand(shell), new TouchCommand(shell),
                new CloseCommand(shell), new CloseExpiredCommand(shell), new DeleteCommand(shell),
                new StatsCommand(shell), new StatusCommand(shell), new PingCommand(shell))
                .forEach(command -> add(commandLine, command, directOptions));
        commandLine.addSubcommand(new CompletionCommand());
    }

    private static void add(CommandLine commandLine, AdminCommand command, Object directOptions) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        spec.addMixin(AdminCommand.DIRECT_OPTIONS, CommandSpec.forAnnotatedObject(directOptions));
        spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
        CommandLine subcommand = new CommandLine(spec);
        subcommand.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
        commandLine.addSubcommand(spec.name(), subcommand);
    }
}
