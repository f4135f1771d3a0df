package sessions.bootstrap;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import sessions.bootstrap.command.ConfigCommand;
import sessions.bootstrap.command.ConfiguredStores;
import sessions.bootstrap.command.DbCommand;
import sessions.bootstrap.command.KeysCommand;
import sessions.bootstrap.command.KeysCreateCommand;
import sessions.bootstrap.command.RestoreCommand;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.command.ServiceConnector;
import sessions.bootstrap.command.SessionsCommand;
import sessions.bootstrap.command.StandardOutput;
import sessions.bootstrap.configuration.ConfiguredDefaults;
import sessions.bootstrap.options.DirectOptions;
import sessions.cli.AdminCommands;
import sessions.shell.CommandErrors;
import sessions.shell.ExitCode;
import sessions.shell.RefreshTimer;
import sessions.shell.Shell;
import sessions.shell.Terminal;

/** The executable {@code sessions}. */
public final class Main {

    /** The launcher's, which asks the system: the numbers of those of the standard streams that are terminals. */
    private static final String TERMINALS = "sessions.terminals";

    private Main() {
    }

    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput();
        // Always in UTF-8: JSON is, wherever it goes.
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = commandLine(System.getenv(), System.getProperty(TERMINALS, "")).setOut(out).setErr(err)
                .execute(arguments);
        out.flush();
        System.exit(statusAfter(status, output, err));
    }

    private static int statusAfter(int status, StandardOutput output, PrintWriter err) {
        output.trouble().ifPresent(trouble -> err.println("sessions: cannot write standard output: " + trouble));
        return status == ExitCode.OK && output.trouble().isPresent() ? ExitCode.FAILED : status;
    }

    /** The command line away from any terminal. */
    public static CommandLine commandLine(Map<String, String> variables) {
        return commandLine(variables, "");
    }

    private static CommandLine commandLine(Map<String, String> variables, String terminals) {
        Terminal terminal = Terminal.of(terminals, variables.getOrDefault("NO_COLOR", ""));
        SessionsCommand root = new SessionsCommand();
        DirectOptions direct = new DirectOptions();
        Shell shell = new Shell(new ServiceConnector(root, direct), new ConfiguredStores(root, direct), terminal,
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)), InstantSource.system(),
                RefreshTimer.ENDLESS);
        ConfiguredDefaults defaults = new ConfiguredDefaults(variables, root::config);
        CommandLine commandLine = new CommandLine(root);
        commandLine.addSubcommand(new ServeCommand(root, defaults));
        AdminCommands.addTo(commandLine, shell, direct, direct.expiry());
        commandLine.addSubcommand(new RestoreCommand(root));
        commandLine.addSubcommand(new ConfigCommand(defaults));
        commandLine.addSubcommand(new CommandLine(new KeysCommand())
                .addSubcommand(new KeysCreateCommand(InstantSource.system())));
        commandLine.addSubcommand(DbCommand.with(root));
        commandLine.addSubcommand(new HelpCommand());
        CommandErrors errors = new CommandErrors();
        return commandLine.setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
                .setAbbreviatedOptionsAllowed(false).setExpandAtFiles(false)
                .setUsageHelpAutoWidth(terminal.output())
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.valueOf(terminal.colouredOutput())));
    }
}
