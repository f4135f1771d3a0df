package sessions.bootstrap.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.options.StoreOptions;
import sessions.bootstrap.store.StoreAccess;
import sessions.bootstrap.store.StoreSchema;
import sessions.bootstrap.store.Stores;
import sessions.persistence.StoreSettings;

/** The group of commands for the schema of a store's database. */
@Command(name = "db", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Inspect or migrate the schema of the store's database.",
        "Services can keep running, unless the store is embedded H2."})
public final class DbCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DbCommand() {
    }

    public static CommandLine create(SessionsCommand root) {
        return new CommandLine(new DbCommand()).addSubcommand(new DbStatusCommand(root))
                .addSubcommand(new DbValidateCommand(root)).addSubcommand(new DbMigrateCommand(root));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command: status, validate or migrate");
    }

    /** Base of the commands. Only data goes to standard output; messages go to standard error. */
    abstract static class OnStore {

        private final SessionsCommand root;

        @Mixin
        private StoreOptions store = new StoreOptions();

        OnStore(SessionsCommand root) {
            this.root = root;
        }

        final StoreSettings settings() {
            return store.settings();
        }

        final StoreSchema schema() {
            Logging.suppress();
            return StoreAccess.withAdvice(settings(), "stop it first", () -> StoreSchema.of(settings()));
        }

        final SessionsCommand root() {
            return root;
        }

        final void printMessage(String message) {
            PrintWriter err = root.err();
            err.println("sessions: " + message);
            err.flush();
        }

        /** Prints the message for stores without a schema. */
        final void printNothingToMigrate() {
            printMessage("there is nothing to migrate in " + Stores.describe(settings()));
        }
    }
}
