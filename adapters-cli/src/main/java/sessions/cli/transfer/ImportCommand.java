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
    private boolean renewing;

    public ImportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        requireFile(file);
        return shell().stores().with(null, dryRun ? StoreSource.Absence.PRETENDED : StoreSource.Absence.MADE,
                this::run);
    }

    private int run(OpenStore store) throws IOException {
        Diagnostics findings = new Diagnostics();
        SessionImporter intake = new SessionImporter(store.sessions(), dryRun, findings);
        Documents documents = new Documents(intake, findings);
        tell(findings, intake, () -> read(store, documents));
        return report(store, documents, intake);
    }

    private void read(OpenStore store, Documents documents) throws IOException {
        try (Progress progress = Progress.ofBytes("Import", source().size(), shell(), err())) {
            documents.progress = progress;
            source().read(store.sessions().expiry(), documents);
            documents.batch.flush();
        }
    }

    private SessionFile source() {
        return new SessionFile(file, renewing);
    }

    private int report(OpenStore store, Documents documents, SessionImporter intake) throws IOException {
        long skipped = documents.skipped + intake.rejected();
        TransferReport report = TransferReport.of("read", documents.read).with("added", intake.added())
                .with("present", intake.present()).with("normalised", documents.normalised).with("skipped", skipped)
                .with("dry_run", dryRun);
        int status = skipped == 0 ? ExitCode.OK : ExitCode.FAILED;
        if (isVerified() && !dryRun) {
            TransferVerification.Result result = verified(source(), store).withoutSkipped(intake.rejected());
            report = report.with(result);
            status = Math.max(status, judge(result));
        }
        print(report);
        return status;
    }

    /** Passes on what is in the file, and counts. */
    private static final class Documents implements SessionFile.Reading {

        private final SessionBatch batch;
        private final Diagnostics findings;
        private Progress progress = Progress.NONE;
        private long read;
        private long normalised;
        private long skipped;

        private Documents(SessionImporter intake, Diagnostics findings) {
            this.batch = new SessionBatch(intake::take);
            this.findings = findings;
        }

        @Override
        public void loaded(StoredSession session, long number) throws IOException {
            read = number;
            normalised += session.normalised().isEmpty() ? 0 : 1;
            session.normalised().stream().sorted().forEach(each -> findings.note(each.text(), "entry " + number));
            batch.add(session.session());
        }

        @Override
        public void skipped(String reason, long number) {
            read = number;
            skipped++;
            findings.note("skipped: " + reason, "entry " + number);
        }

        @Override
        public void reached(long bytes) {
            progress.reach(bytes);
        }
    }
}
