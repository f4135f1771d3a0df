package sessions.cli.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.cli.output.Progress;
import sessions.domain.model.SessionV1;
import sessions.shell.ExitCode;
import sessions.shell.OpenStore;
import sessions.shell.Setting;
import sessions.shell.Shell;
import sessions.shell.StoreAddress;
import sessions.shell.StoreSource;

@Command(name = "copy", mixinStandardHelpOptions = true, description = {
        "Copy all sessions from one store to another.",
        "Sessions whose id already exists in TO are not changed, so an interrupted copy can be run again."
                + " For an exact copy, stop the services of both stores."})
public final class CopyCommand extends TransferCommand {

    @Parameters(index = "0", paramLabel = "FROM", description = "URL of the store to copy from.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "URL of the store to copy to.")
    private String to = "";

    @Setting
    @Option(names = "--from-user", paramLabel = "NAME", description = "Database user of FROM.")
    private @Nullable String fromUser;

    @Setting(secret = true)
    @Option(names = "--from-password", paramLabel = "PASSWORD",
            description = "Password for FROM. Prefer SESSIONS_FROM_PASSWORD: other users can see options in ps.")
    private @Nullable String fromPassword;

    @Setting
    @Option(names = "--to-user", paramLabel = "NAME", description = "Database user of TO.")
    private @Nullable String toUser;

    @Setting(secret = true)
    @Option(names = "--to-password", paramLabel = "PASSWORD",
            description = "Password for TO. Prefer SESSIONS_TO_PASSWORD: other users can see options in ps.")
    private @Nullable String toPassword;

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    public CopyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        if (from.equals(to)) {
            throw rejected("FROM and TO are the same store");
        }
        StoreSource stores = shell().stores();
        return stores.with(new StoreAddress("FROM", from, fromUser, fromPassword), StoreSource.Absence.FAIL,
                source -> stores.with(new StoreAddress("TO", to, toUser, toPassword),
                        dryRun ? StoreSource.Absence.SIMULATE : StoreSource.Absence.CREATE,
                        target -> run(source, target)));
    }

    private int run(OpenStore source, OpenStore target) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SessionImporter importer = new SessionImporter(target.sessions(), dryRun, diagnostics);
        long total = source.sessions().count();
        importAndReport(diagnostics, importer, () -> forEachBatch("Copy", source, total, importer::add));
        TransferReport report = TransferReport.of("read", importer.read()).with("added", importer.added())
                .with("present", importer.present()).with("skipped", importer.rejected()).with("dry_run", dryRun);
        int status = importer.rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
        if (isVerified() && !dryRun) {
            TransferVerification verification = new TransferVerification(target.sessions());
            forEachBatch("Verify", source, total, verification::compare);
            TransferVerification.Result result = verification.result().withoutSkipped(importer.rejected());
            report = report.with(result);
            status = Math.max(status, exitStatus(result));
        }
        print(report);
        return status;
    }

    private void forEachBatch(String task, OpenStore source, long total, SessionBatch.Work work) throws IOException {
        SessionBatch batch = new SessionBatch(work);
        try (Progress progress = progress(task, total)) {
            StoreReader.forEachPage(source.sessions(), null, page -> {
                for (SessionV1 session : page) {
                    batch.add(session);
                }
                progress.advance(page.size());
            });
            batch.flush();
        }
    }
}
