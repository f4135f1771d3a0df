package sessions.bootstrap.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.options.StoreOptions;
import sessions.persistence.StoreProviders;
import sessions.shell.ExitCode;

/** Restores a store from a backup, while no service uses it. */
@Command(name = "restore", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Restore an embedded H2 store from a backup. The service must be stopped.",
        "An existing store is not overwritten: move it away first."})
public final class RestoreCommand implements Callable<Integer> {

    private final SessionsCommand root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "Backup file to restore.")
    private Path archive = Path.of("");

    @Mixin
    private StoreOptions store = new StoreOptions();

    public RestoreCommand(SessionsCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + archive);
        }
        Logging.suppress();
        try (InterruptNotice _ = InterruptNotice.printingTo(root.err())) {
            long sessions = StoreProviders.of(store.settings()).restore(store.settings(), archive);
            printMessage(sessions + (sessions == 1 ? " session" : " sessions") + " restored into "
                    + store.settings().displayUrl());
            return ExitCode.OK;
        } catch (FileAlreadyExistsException existing) {
            printMessage("a store already exists at " + existing.getFile() + ": move it away first");
            return ExitCode.CONFLICT;
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException failed) {
            throw new IOException("Cannot restore " + store.settings().displayUrl() + ": " + failed.getMessage(),
                    failed);
        }
    }

    private void printMessage(String message) {
        PrintWriter err = root.err();
        err.println("sessions: " + message);
        err.flush();
    }
}
