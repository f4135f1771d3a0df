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

/** A command that deletes many sessions: it asks for confirmation, deletes in batches and prints the number. */
abstract class RemovalCommand extends ServiceCommand {

    @Mixin
    private ConfirmationOptions confirmation = new ConfirmationOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final String verb;

    /** @param verb the operation, such as {@code purge} */
    RemovalCommand(Shell shell, String verb) {
        super(shell);
        this.verb = verb;
    }

    /**
     * The sessions to delete.
     *
     * @param count their number
     * @param sample the first of them; empty if they cannot be listed
     */
    record Found(long count, List<SessionV1> sample) {
    }

    abstract Found find(DrivingPorts ports);

    /** Deletes one batch of at most {@code limit} sessions. */
    abstract RemovedBatch removeBatch(DrivingPorts ports, int limit);

    @Override
    final int run(DrivingPorts ports) {
        Found found = find(ports);
        if (confirmation.isDryRun()) {
            new ConfirmationPrompt(shell(), err()).show(verb, found.count(), found.sample());
            return print(new RemovalSummary(found.count(), true));
        }
        if (!confirmation.isConfirmed(this, verb, found.count(), false, found::sample)) {
            return ExitCode.FAILED;
        }
        return print(new RemovalSummary(removeAll(ports, found.count()), false));
    }

    private long removeAll(DrivingPorts ports, long expected) {
        long removed = 0;
        try (Progress progress = Progress.of(verb, expected, shell(), err())) {
            RemovedBatch batch;
            do {
                batch = removeBatch(ports, SessionAdmin.BATCH_SIZE);
                removed += batch.removed();
                progress.advance(batch.removed());
            } while (batch.more());
        } catch (SessionsException failed) {
            throw reportDone(removed, failed);
        }
        return removed;
    }

    private int print(RemovalSummary summary) {
        output.printItem(summary, RemovalSummary.VIEW, out(), shell());
        return ExitCode.OK;
    }
}
