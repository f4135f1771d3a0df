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

/** What the commands share that move sessions. They open stores themselves, so that no service is needed. */
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
        output.one(report, report.view(), out(), shell());
    }

    /** The exit status after a comparison, and why it is what it is. */
    final int judge(TransferVerification.Result result) {
        if (result.missing() == 0 && result.different() == 0) {
            return ExitCode.OK;
        }
        say("source and copy differ: " + SessionCount.sessions(result.missing()) + " missing, "
                + SessionCount.sessions(result.different())
                + " different; possible causes: changed meanwhile, already in the store, or duplicate ids");
        return ExitCode.FAILED;
    }

    final Progress progress(String task, long total) {
        return Progress.of(task, total, shell(), err());
    }

    /** Adds sessions to a store and tells what was noticed; where that fails, also how far it came. */
    final void tell(Diagnostics findings, SessionImporter intake, Adding adding) throws IOException {
        try {
            adding.run();
        } catch (SessionsException | IOException failed) {
            findings.tell(this::say);
            if (intake.added() > 0) {
                say(SessionCount.sessions(intake.added()) + " added before this error:");
            }
            throw failed;
        }
        findings.tell(this::say);
    }

    /** Work that adds sessions to a store. */
    interface Adding {
        void run() throws IOException;
    }

    final void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw rejected("there is no file " + file);
        }
    }

    /** Compares the sessions of a file with those of a store. */
    final TransferVerification.Result verified(SessionFile file, OpenStore store) throws IOException {
        TransferVerification verification = new TransferVerification(store.sessions());
        SessionBatch batch = new SessionBatch(verification::compare);
        try (Progress progress = Progress.ofBytes("Verify", file.size(), shell(), err())) {
            file.read(store.sessions().expiry(), new SessionFile.Reading() {
                @Override
                public void loaded(StoredSession session, long number) throws IOException {
                    batch.add(session.session());
                }

                @Override
                public void skipped(String reason, long number) {
                    // Told when it was read first.
                }

                @Override
                public void reached(long bytes) {
                    progress.reach(bytes);
                }
            });
            batch.flush();
        }
        return verification.result();
    }
}
