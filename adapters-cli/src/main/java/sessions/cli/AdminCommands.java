package sessions.cli;

import picocli.CommandLine;

/** The commands that look into sessions and end them. */
public final class AdminCommands {

    private AdminCommands() {
    }

    /** Adds the commands to a command line. */
    public static void addTo(CommandLine commandLine, SessionsSource sessions) {
        commandLine.addSubcommand(new GetCommand(sessions));
        commandLine.addSubcommand(new ListCommand(sessions));
        commandLine.addSubcommand(new CloseCommand(sessions));
        commandLine.addSubcommand(new CloseExpiredCommand(sessions));
    }
}
