package sessions.cli.transfer;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.cli.output.Progress;
import sessions.shell.ExitCode;
import sessions.shell.OpenStore;
import sessions.shell.Shell;
import sessions.shell.StoreSource;
import sessions.wire.archive.StoredSession;

@Command(name = "import", mixinStandardHelpOptions = true, description = {
        "Import sessions from a file: output of export, the original service's sessions.json, or output of mongoexport."
                + " A file whose name ends in .gz is decompressed.",
        "Sessions whose id already exists in the store are not changed, so an interrupted import can be run again."})
public final class ImportCommand extends TransferCommand {

    @Parameters(paramLabel = "FILE", description = "File to read.")
    private Path file = Path.of("");

    @Option(names = "--dry-run",
            description = "Only show what would be done; an id that occurs twice is counted twice.")
    private boolean dryRun;

    @Option(names = "--renew-expiry", description = "Recompute the expiry of active sessions from their last"
            + " request; for files of this service that the original service has used since.")
    private boolean renewExpiry;

    public ImportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        requireFile(file);
        return shell().stores().with(null, dryRun ? StoreSource.Absence.SIMULATE : StoreSource.Absence.CREATE,
                this::run);
    }

    private int run(OpenStore store) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SessionImporter importer = new SessionImporter(store.sessions(), dryRun, diagnostics);
        Documents documents = new Documents(importer, diagnostics);
        importAndReport(diagnostics, importer, () -> read(store, documents));
        return report(store, documents, importer);
    }

    private void read(OpenStore store, Documents documents) throws IOException {
        try (Progress progress = Progress.ofBytes("Import", source().size(), shell(), err())) {
            documents.progress = progress;
            source().read(store.sessions().expiry(), documents);
            documents.batch.flush();
        }
    }

    private SessionFile source() {
        return new SessionFile(file, renewExpiry);
    }

    private int report(OpenStore store, Documents documents, SessionImporter importer) throws IOException {
        long skipped = documents.skipped + importer.rejected();
        TransferReport report = TransferReport.of("read", documents.read).with("added", importer.added())
                .with("present", importer.present()).with("normalised", documents.normalised).with("skipped", skipped)
                .with("dry_run", dryRun);
        int status = skipped == 0 ? ExitCode.OK : ExitCode.FAILED;
        if (isVerified() && !dryRun) {
            TransferVerification.Result result = verify(source(), store).withoutSkipped(importer.rejected());
            report = report.with(result);
            status = Math.max(status, exitStatus(result));
        }
        print(report);
        return status;
    }

    /** Passes the sessions of a file to the importer, and counts them. */
    private static final class Documents implements SessionFile.Visitor {

        private final SessionBatch batch;
        private final Diagnostics diagnostics;
        private Progress progress = Progress.NONE;
        private long read;
        private long normalised;
        private long skipped;

        private Documents(SessionImporter importer, Diagnostics diagnostics) {
            this.batch = new SessionBatch(importer::add);
            this.diagnostics = diagnostics;
        }

        @Override
        public void onSession(StoredSession session, long number) throws IOException {
            read = number;
            normalised += session.normalised().isEmpty() ? 0 : 1;
            session.normalised().stream().sorted().forEach(each -> diagnostics.add(each.text(), "entry " + number));
            batch.add(session.session());
        }

        @Override
        public void onSkipped(String reason, long number) {
            read = number;
            skipped++;
            diagnostics.add("skipped: " + reason, "entry " + number);
        }

        @Override
        public void onProgress(long bytes) {
            progress.reach(bytes);
        }
    }
}
