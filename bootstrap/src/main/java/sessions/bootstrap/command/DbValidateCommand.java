package sessions.bootstrap.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sessions.bootstrap.store.StoreSchema;
import sessions.persistence.SchemaPart;
import sessions.shell.ExitCode;

/** Says by its exit status whether the schema is the one that this program has. */
@Command(name = "validate", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Exit with 0 if the schema is exactly the one this version uses; otherwise print why not and exit with 1.",
        "Changes nothing."})
final class DbValidateCommand extends DbCommand.OnStore implements Callable<Integer> {

    DbValidateCommand(SessionsCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<SchemaPart> others = schema().parts().stream()
                .filter(part -> part.state() != SchemaPart.State.APPLIED).toList();
        others.forEach(part -> say(StoreSchema.inWords(part)));
        return others.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
