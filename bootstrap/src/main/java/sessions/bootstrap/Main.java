package sessions.bootstrap;

import picocli.CommandLine;
import sessions.cli.AdminCommands;
import sessions.cli.CommandErrors;

/** The executable {@code sessions}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        SessionsCommand root = new SessionsCommand();
        CommandLine commandLine = new CommandLine(root);
        commandLine.addSubcommand(new ServeCommand(root));
        AdminCommands.addTo(commandLine, root);
        EnvironmentDefaults environment = new EnvironmentDefaults(System.getenv());
        CommandErrors errors = new CommandErrors(environment::origin);
        return commandLine.setDefaultValueProvider(environment)
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
                .setAbbreviatedOptionsAllowed(false).setUsageHelpAutoWidth(true);
    }
}
