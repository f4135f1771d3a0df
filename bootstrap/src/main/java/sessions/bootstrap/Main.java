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
import sessions.bootstrap.command.ConfigCommand;
import sessions.bootstrap.command.ConfiguredStores;
import sessions.bootstrap.command.DbCommand;
import sessions.bootstrap.command.HelpForCommand;
import sessions.bootstrap.command.KeysCommand;
import sessions.bootstrap.command.KeysCreateCommand;
import sessions.bootstrap.command.RestoreCommand;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.command.ServiceConnector;
import sessions.bootstrap.command.SessionsCommand;
import sessions.bootstrap.command.StandardOutput;
import sessions.bootstrap.configuration.ConfiguredDefaults;
import sessions.bootstrap.configuration.MalformedText;
import sessions.bootstrap.configuration.SecretFileOptions;
import sessions.bootstrap.options.DirectOptions;
import sessions.cli.AdminCommands;
import sessions.shell.CommandErrors;
import sessions.shell.ExitCode;
import sessions.shell.RefreshTimer;
import sessions.shell.Shell;
import sessions.shell.Terminal;

/** The executable {@code sessions}. */
public final class Main {

    /** The property in which the launcher passes the numbers of those standard streams that are terminals. */
    private static final String TERMINALS = "sessions.terminals";

    private Main() {
    }

    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput();
        // Always UTF-8, because JSON is.
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(arguments, out, err);
        out.flush();
        System.exit(exitStatus(status, output, err));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        for (int i = 0; i < arguments.length; i++) {
            if (MalformedText.isIn(arguments[i])) {
                err.println("sessions: argument " + (i + 1) + " is not valid UTF-8");
                return ExitCode.BAD_INPUT;
            }
        }
        return commandLine(System.getenv(), System.getProperty(TERMINALS, "")).setOut(out).setErr(err)
                .execute(arguments);
    }

    private static int exitStatus(int status, StandardOutput output, PrintWriter err) {
        output.failure().ifPresent(failure -> err.println("sessions: cannot write standard output: " + failure));
        return status == ExitCode.OK && output.failure().isPresent() ? ExitCode.FAILED : status;
    }

    /** Returns the command line, without a terminal. */
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
        commandLine.addSubcommand(DbCommand.create(root));
        commandLine.addSubcommand(new HelpForCommand());
        SecretFileOptions.addTo(commandLine);
        CommandErrors errors = new CommandErrors();
        return commandLine.setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
                .setAbbreviatedOptionsAllowed(false).setExpandAtFiles(false)
                .setUsageHelpAutoWidth(terminal.output())
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.valueOf(terminal.colouredOutput())));
    }
}
