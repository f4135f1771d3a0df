package sessions.bootstrap.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sessions.bootstrap.options.ExpiryOptions;
import sessions.bootstrap.store.StoreSchema;
import sessions.bootstrap.store.Stores;
import sessions.persistence.SchemaPart;
import sessions.shell.ExitCode;

/** Migrates the schema, as opening a store does by default. */
@Command(name = "migrate", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Migrate the schema to the current version; a missing database file is created.",
        "On MongoDB, also convert sessions of the original service."})
final class DbMigrateCommand extends DbCommand.OnStore implements Callable<Integer> {

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    DbMigrateCommand(SessionsCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        StoreSchema before = schema();
        if (before.parts().isEmpty()) {
            printNothingToMigrate();
            return ExitCode.OK;
        }
        try (InterruptNotice _ = InterruptNotice.printingTo(root().err())) {
            Stores.open(settings(), expiry.policy()).close();
        }
        printMessage(summary(before.parts().stream().filter(DbMigrateCommand::needsMigration).toList()));
        return ExitCode.OK;
    }

    private static boolean needsMigration(SchemaPart part) {
        return switch (part.state()) {
            case PENDING, FAILED, ONGOING -> true;
            case APPLIED, CHANGED, NEWER -> false;
        };
    }

    private String summary(List<SchemaPart> applied) {
        String store = settings().displayUrl();
        return applied.isEmpty()
                ? store + " is already up to date"
                : store + " is up to date; applied: "
                        + applied.stream().map(SchemaPart::name).collect(Collectors.joining(", "));
    }
}
