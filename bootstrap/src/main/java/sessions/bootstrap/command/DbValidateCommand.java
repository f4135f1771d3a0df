package sessions.bootstrap.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sessions.bootstrap.store.StoreSchema;
import sessions.persistence.SchemaPart;
import sessions.shell.ExitCode;

/** Checks whether the schema is the one that this version uses. */
@Command(name = "validate", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Exit with 0 if the schema matches this version exactly; otherwise print the differences and exit with 1.",
        "Changes nothing."})
final class DbValidateCommand extends DbCommand.OnStore implements Callable<Integer> {

    DbValidateCommand(SessionsCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<SchemaPart> notApplied = schema().parts().stream()
                .filter(part -> part.state() != SchemaPart.State.APPLIED).toList();
        notApplied.forEach(part -> printMessage(StoreSchema.describe(part)));
        return notApplied.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
