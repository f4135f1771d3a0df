package sessions.bootstrap.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sessions.persistence.SchemaPart;
import sessions.shell.ExitCode;

/** Prints the state of the schema's parts. */
@Command(name = "status", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Print the state of each migration (SQL) or index (MongoDB). Changes nothing.",
        "States: applied, pending, failed, changed (differs from this version), newer (from a newer version), ongoing"
                + " (the service is doing it)."})
final class DbStatusCommand extends DbCommand.OnStore implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DbStatusCommand(SessionsCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<SchemaPart> parts = schema().parts();
        if (parts.isEmpty()) {
            printNothingToMigrate();
        }
        print(parts);
        return ExitCode.OK;
    }

    private void print(List<SchemaPart> parts) {
        PrintWriter out = spec.commandLine().getOut();
        int width = parts.stream().mapToInt(part -> part.name().length()).max().orElse(0);
        for (SchemaPart part : parts) {
            String name = part.name() + " ".repeat(width - part.name().length());
            out.println(name + "  " + String.format(Locale.ROOT, "%-7s", part.state().name().toLowerCase(Locale.ROOT))
                    + "  "
                    + part.description());
        }
        out.flush();
    }
}
