package sessions.cli.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.cli.output.Progress;
import sessions.cli.output.SessionCount;
import sessions.domain.model.SessionV1;
import sessions.files.DurableFiles;
import sessions.shell.ExitCode;
import sessions.shell.OpenStore;
import sessions.shell.Shell;
import sessions.shell.StoreSource;

@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Write all sessions of a store to a file as JSON Lines, compressed if its name ends in .gz.",
        "An interrupted export resumes when run again. Sessions opened or changed meanwhile may be missing or"
                + " outdated: for an exact copy, stop the service."})
public final class ExportCommand extends TransferCommand {

    @Parameters(paramLabel = "FILE",
            description = "File to write; only its owner can read it, because session ids are secrets.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Overwrite the file if it exists.")
    private boolean force;

    public ExportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw rejected(file + " is a folder");
        }
        if (Files.exists(file) && !force) {
            throw rejected(file + " already exists; --force overwrites it");
        }
        if (!Files.isDirectory(DurableFiles.folder(file))) {
            throw rejected("there is no folder " + DurableFiles.folder(file));
        }
        return shell().stores().with(null, StoreSource.Absence.FAIL, this::run);
    }

    private int run(OpenStore store) throws IOException {
        rejectStoreItself(store.file());
        long total = store.sessions().count();
        Exported exported = write(store, total);
        TransferReport report = TransferReport.of("exported", exported.sessions())
                .with("resumed_after", exported.resumedAfter());
        int status = exitStatus(exported, total);
        if (isVerified()) {
            TransferVerification.Result result = verify(new SessionFile(file, false), store);
            report = report.with(result);
            status = Math.max(status, exitStatus(result));
        }
        print(report);
        return status;
    }

    /** Rejects the store's own file as target: the export would overwrite it in another format. */
    private void rejectStoreItself(@Nullable Path store) throws IOException {
        if (store != null && Files.exists(file) && Files.isSameFile(store, file)) {
            throw rejected(file + " is the store's own file");
        }
    }

    /**
     * The result of writing the file.
     *
     * @param sessions the number of sessions in the file
     * @param resumedAfter how many of them an interrupted export had already written
     */
    private record Exported(long sessions, long resumedAfter) {
    }

    /** A resumed export misses sessions that were opened after it began. */
    private int exitStatus(Exported exported, long total) {
        if (exported.sessions() >= total) {
            return ExitCode.OK;
        }
        printMessage("the file has " + SessionCount.sessions(total - exported.sessions()) + " fewer than the store had;"
                + " possible causes: opened after the export began, or deleted meanwhile; --force starts over");
        return ExitCode.FAILED;
    }

    private Exported write(OpenStore store, long total) throws IOException {
        try (ExportFile export = ExportFile.open(file, store.identity());
                Progress progress = progress("Export", total)) {
            long resumedAfter = export.sessions();
            if (resumedAfter > 0) {
                printMessage("resuming after " + SessionCount.sessions(resumedAfter));
                progress.advance(resumedAfter);
            }
            StoreReader.forEachPage(store.sessions(), export.last(), page -> {
                for (SessionV1 session : page) {
                    export.write(session);
                }
                progress.advance(page.size());
            });
            export.complete();
            return new Exported(export.sessions(), resumedAfter);
        }
    }
}
