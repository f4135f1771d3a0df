package sessions.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import sessions.cli.command.BackupCommand;
import sessions.cli.command.CloseCommand;
import sessions.cli.command.CloseExpiredCommand;
import sessions.cli.command.CompletionCommand;
import sessions.cli.command.DeleteCommand;
import sessions.cli.command.EraseCommand;
import sessions.cli.command.ExportUserCommand;
import sessions.cli.command.GetCommand;
import sessions.cli.command.ListCommand;
import sessions.cli.command.OpenCommand;
import sessions.cli.command.PatchCommand;
import sessions.cli.command.PingCommand;
import sessions.cli.command.PurgeCommand;
import sessions.cli.command.StatsCommand;
import sessions.cli.command.StatusCommand;
import sessions.cli.command.StoreCommand;
import sessions.cli.command.TouchCommand;
import sessions.cli.command.UpdateUserCommand;
import sessions.cli.transfer.CopyCommand;
import sessions.cli.transfer.ExportCommand;
import sessions.cli.transfer.ImportCommand;
import sessions.shell.BasicCommand;
import sessions.shell.OptionSections;
import sessions.shell.Shell;

/** The admin commands: they read and change sessions. */
public final class AdminCommands {

    private AdminCommands() {
    }

    /**
     * Adds the commands to a command line.
     *
     * @param directOptions an object with the options that apply with {@code --direct}; every command has them
     * @param expiryOptions an object with only the expiry options; for commands whose arguments name the stores
     */
    public static void addTo(CommandLine commandLine, Shell shell, Object directOptions, Object expiryOptions) {
        List.of(new ListCommand(shell), new GetCommand(shell), new OpenCommand(shell), new StoreCommand(shell),
                new PatchCommand(shell), new UpdateUserCommand(shell), new TouchCommand(shell),
                new CloseCommand(shell), new CloseExpiredCommand(shell), new DeleteCommand(shell),
                new PurgeCommand(shell), new EraseCommand(shell), new ExportUserCommand(shell),
                new BackupCommand(shell),
                new StatsCommand(shell), new StatusCommand(shell), new PingCommand(shell))
                .forEach(command -> add(commandLine, command, directOptions));
        List.of(new ExportCommand(shell), new ImportCommand(shell))
                .forEach(command -> add(commandLine, command, directOptions));
        add(commandLine, new CopyCommand(shell), expiryOptions);
        commandLine.addSubcommand(new CompletionCommand());
    }

    private static void add(CommandLine commandLine, BasicCommand command, Object storeOptions) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        spec.addMixin(BasicCommand.STORE_OPTIONS, CommandSpec.forAnnotatedObject(storeOptions));
        spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
        CommandLine subcommand = new CommandLine(spec);
        subcommand.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
        commandLine.addSubcommand(spec.name(), subcommand);
    }
}
