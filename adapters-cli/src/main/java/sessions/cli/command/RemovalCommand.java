package sessions.cli.command;

import java.util.List;
import picocli.CommandLine.Mixin;
import sessions.cli.option.ConfirmationOptions;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.ConfirmationPrompt;
import sessions.cli.output.Progress;
import sessions.domain.error.SessionsException;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

/** A command that removes many sessions for good: asks, goes on step by step, and prints how many there were. */
abstract class RemovalCommand extends ServiceCommand {

    @Mixin
    private ConfirmationOptions confirmation = new ConfirmationOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final String doing;

    /** @param doing what it does, as a word such as {@code purge} */
    RemovalCommand(Shell shell, String doing) {
        super(shell);
        this.doing = doing;
    }

    /**
     * What is to be removed.
     *
     * @param count how many sessions
     * @param sample the first of them; none where they cannot be listed
     */
    record Found(long count, List<SessionV1> sample) {
    }

    abstract Found find(DrivingPorts ports);

    /** Removes some. */
    abstract RemovedBatch removeBatch(DrivingPorts ports, int limit);

    @Override
    final int run(DrivingPorts ports) {
        Found found = find(ports);
        if (confirmation.isDryRun()) {
            new ConfirmationPrompt(shell(), err()).show(doing, found.count(), found.sample());
            return print(new RemovalSummary(found.count(), true));
        }
        if (!confirmation.areConfirmed(this, doing, found.count(), false, found::sample)) {
            return ExitCode.FAILED;
        }
        return print(new RemovalSummary(removeAll(ports, found.count()), false));
    }

    private long removeAll(DrivingPorts ports, long expected) {
        long removed = 0;
        try (Progress progress = Progress.of(doing, expected, shell(), err())) {
            RemovedBatch batch;
            do {
                batch = removeBatch(ports, SessionAdmin.BATCH_SIZE);
                removed += batch.removed();
                progress.advance(batch.removed());
            } while (batch.more());
        } catch (SessionsException failed) {
            throw after(removed, failed);
        }
        return removed;
    }

    private int print(RemovalSummary removal) {
        output.one(removal, RemovalSummary.VIEW, out(), shell());
        return ExitCode.OK;
    }
}
