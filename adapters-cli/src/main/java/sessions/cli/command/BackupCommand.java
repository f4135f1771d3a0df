package sessions.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.domain.port.driving.DrivingPorts;
import sessions.files.DurableFiles;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "backup", mixinStandardHelpOptions = true, description = {
        "Back up the embedded H2 store to a file while the service keeps running.",
        "Other stores have their own backup tools."})
public final class BackupCommand extends ServiceCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "Backup file to write; only its owner can read it.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Overwrite the file if it exists.")
    private boolean force;

    public BackupCommand(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (!force && Files.exists(file)) {
            throw rejected(file + " already exists; --force overwrites it");
        }
    }

    @Override
    int run(DrivingPorts ports) {
        try {
            DurableFiles.replace(file, out -> ports.admin().backUp(correlationId(), out));
        } catch (IOException failed) {
            return printCannotWrite(file, failed);
        }
        printMessage("backup written to " + file);
        return ExitCode.OK;
    }
}
