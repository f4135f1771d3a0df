package sessions.bootstrap;

import java.util.Map;
import picocli.CommandLine;
import sessions.cli.AdminCommands;
import sessions.cli.CommandErrors;

/** The executable {@code sessions}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> variables) {
        SessionsCommand root = new SessionsCommand();
        CommandLine commandLine = new CommandLine(root);
        commandLine.addSubcommand(new ServeCommand(root));
        AdminCommands.addTo(commandLine, root);
        EnvironmentDefaults environment = new EnvironmentDefaults(variables);
        CommandErrors errors = new CommandErrors(environment::origin);
        return commandLine.setDefaultValueProvider(environment)
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
                .setAbbreviatedOptionsAllowed(false).setUsageHelpAutoWidth(true);
    }
}
