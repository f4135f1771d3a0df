package sessions.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sessions.domain.ISessionsV1;

/** What the admin commands share. Only data goes to standard output; what is said about it goes to the error stream. */
abstract class AdminCommand implements Callable<Integer> {

    static final String CORRELATION_ID = "sessions-cli";

    private final SessionsSource sessions;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AdminCommand(SessionsSource sessions) {
        this.sessions = sessions;
    }

    final <T> T with(Function<ISessionsV1, T> work) {
        return sessions.with(work);
    }

    final void print(String data) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(data);
        out.flush();
    }

    final void printJson(String json) {
        print(Shown.json(json));
    }

    /** What to throw for options that do not fit. */
    final ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    final void say(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("sessions: " + message);
        err.flush();
    }
}
