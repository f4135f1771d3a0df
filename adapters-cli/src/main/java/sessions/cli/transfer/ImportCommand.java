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
        "Add the sessions of a file to a store: one that was exported, the original's sessions.json, or what mongoexport wrote;"
                + " compressed where its name ends in .gz.",
        "A session whose id is in the store already stays as it is there, so that an import that was cut off can be run again."})
public final class ImportCommand extends TransferCommand {

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only tell what would be done; an id that comes twice counts twice.")
    private boolean dryRun;

    @Option(names = "--renew-expiry", description = "Compute anew when active sessions end, from their last request:"
            + " for files of ours that the original went on with.")
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
            session.normalised().stream().sorted().forEach(each -> findings.note(each.text(), "number " + number));
            batch.add(session.session());
        }

        @Override
        public void skipped(String reason, long number) {
            read = number;
            skipped++;
            findings.note("skipped: " + reason, "number " + number);
        }

        @Override
        public void reached(long bytes) {
            progress.reach(bytes);
        }
    }
}
