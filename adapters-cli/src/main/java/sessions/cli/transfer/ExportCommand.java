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
        return shell().stores().with(null, StoreSource.Absence.REFUSED, this::run);
    }

    private int run(OpenStore store) throws IOException {
        requireOtherThan(store.file());
        long total = store.sessions().count();
        Exported exported = write(store, total);
        TransferReport report = TransferReport.of("exported", exported.sessions())
                .with("resumed_after", exported.before());
        int status = judge(exported, total);
        if (isVerified()) {
            TransferVerification.Result result = verified(new SessionFile(file, false), store);
            report = report.with(result);
            status = Math.max(status, judge(result));
        }
        print(report);
        return status;
    }

    /** Else the store would be replaced by its export, which is in another form. */
    private void requireOtherThan(@Nullable Path store) throws IOException {
        if (store != null && Files.exists(file) && Files.isSameFile(store, file)) {
            throw rejected(file + " is the store itself");
        }
    }

    /**
     * What became of the file.
     *
     * @param sessions how many it holds
     * @param before how many of them it held before, by an export that was cut off
     */
    private record Exported(long sessions, long before) {
    }

    /** An export that goes on does not come by what was opened since it was begun. */
    private int judge(Exported exported, long total) {
        if (exported.sessions() >= total) {
            return ExitCode.OK;
        }
        say("the file has " + SessionCount.sessions(total - exported.sessions()) + " fewer than the store had;"
                + " they were opened after the export began, or deleted meanwhile; --force starts over");
        return ExitCode.FAILED;
    }

    private Exported write(OpenStore store, long total) throws IOException {
        try (ExportFile export = ExportFile.open(file, store.identity());
                Progress progress = progress("Export", total)) {
            long before = export.sessions();
            if (before > 0) {
                say("resuming after " + SessionCount.sessions(before));
                progress.advance(before);
            }
            StoreReader.run(store.sessions(), export.last(), part -> {
                for (SessionV1 session : part) {
                    export.write(session);
                }
                progress.advance(part.size());
            });
            export.complete();
            return new Exported(export.sessions(), before);
        }
    }
}
