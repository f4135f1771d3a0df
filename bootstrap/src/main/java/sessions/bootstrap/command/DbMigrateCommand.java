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

/** Brings the schema up to date, as a store does by itself when it is opened. */
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
            sayNothingToMigrate();
            return ExitCode.OK;
        }
        try (InterruptNotice _ = InterruptNotice.announcedOn(root().err())) {
            Stores.open(settings(), expiry.policy()).close();
        }
        say(done(before.parts().stream().filter(DbMigrateCommand::isToBeApplied).toList()));
        return ExitCode.OK;
    }

    private static boolean isToBeApplied(SchemaPart part) {
        return switch (part.state()) {
            case PENDING, FAILED, ONGOING -> true;
            case APPLIED, CHANGED, NEWER -> false;
        };
    }

    private String done(List<SchemaPart> applied) {
        String store = settings().displayUrl();
        return applied.isEmpty()
                ? store + " is already up to date"
                : store + " is up to date; applied: "
                        + applied.stream().map(SchemaPart::name).collect(Collectors.joining(", "));
    }
}
