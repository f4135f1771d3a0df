package sessions.cli.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.Progress;
import sessions.cli.output.SessionCount;
import sessions.domain.error.SessionsException;
import sessions.shell.BasicCommand;
import sessions.shell.ExitCode;
import sessions.shell.OpenStore;
import sessions.shell.Shell;
import sessions.wire.archive.StoredSession;

/** Base of the commands that move sessions. They open the stores themselves and need no service. */
public abstract class TransferCommand extends BasicCommand {

    @Option(names = "--no-verify", description = "Do not compare source and copy afterwards.")
    private boolean unverified;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TransferCommand(Shell shell) {
        super(shell);
    }

    final boolean isVerified() {
        return !unverified;
    }

    final void print(TransferReport report) {
        output.printItem(report, report.view(), out(), shell());
    }

    /** Returns the exit status for a comparison, and prints the differences. */
    final int exitStatus(TransferVerification.Result result) {
        if (result.missing() == 0 && result.different() == 0) {
            return ExitCode.OK;
        }
        printMessage("source and copy differ: " + SessionCount.sessions(result.missing()) + " missing, "
                + SessionCount.sessions(result.different())
                + " different; possible causes: changed meanwhile, already in the store, or duplicate ids");
        return ExitCode.FAILED;
    }

    final Progress progress(String task, long total) {
        return Progress.of(task, total, shell(), err());
    }

    /** Adds sessions to a store and prints the diagnostics; on failure, also the number of sessions added. */
    final void importAndReport(Diagnostics diagnostics, SessionImporter importer, Adding adding) throws IOException {
        try {
            adding.run();
        } catch (SessionsException | IOException failed) {
            diagnostics.print(this::printMessage);
            if (importer.added() > 0) {
                printMessage(SessionCount.sessions(importer.added()) + " added before this error:");
            }
            throw failed;
        }
        diagnostics.print(this::printMessage);
    }

    /** Work that adds sessions to a store. */
    interface Adding {
        void run() throws IOException;
    }

    final void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw rejected(file + " is a folder");
        }
        if (!Files.isRegularFile(file)) {
            throw rejected("there is no file " + file);
        }
    }

    /** Compares the sessions of a file with those of a store. */
    final TransferVerification.Result verify(SessionFile file, OpenStore store) throws IOException {
        TransferVerification verification = new TransferVerification(store.sessions());
        SessionBatch batch = new SessionBatch(verification::compare);
        try (Progress progress = Progress.ofBytes("Verify", file.size(), shell(), err())) {
            file.read(store.sessions().expiry(), new SessionFile.Visitor() {
                @Override
                public void onSession(StoredSession session, long number) throws IOException {
                    batch.add(session.session());
                }

                @Override
                public void onSkipped(String reason, long number) {
                    // An import has already reported it.
                }

                @Override
                public void onProgress(long bytes) {
                    progress.reach(bytes);
                }
            });
            batch.flush();
        }
        return verification.result();
    }
}
