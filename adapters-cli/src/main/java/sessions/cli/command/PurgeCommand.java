package sessions.cli.command;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sessions.cli.option.TimeExpression;
import sessions.domain.model.RemovedBatch;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.Shell;

@Command(name = "purge", mixinStandardHelpOptions = true, description = {
        "Permanently delete sessions that closed or expired before a time, and print how many.",
        "Active sessions are kept. serve --retention purges automatically."})
public final class PurgeCommand extends RemovalCommand {

    @Option(names = "--closed-before", paramLabel = "TIME", required = true,
            converter = TimeExpression.Converter.class,
            description = "Closed or expired before this time: ISO 8601 (UTC if no zone is given), or an age"
                    + " such as 30d.")
    private TimeExpression closedBefore = new TimeExpression(Instant.EPOCH, null);

    public PurgeCommand(Shell shell) {
        super(shell, "purge");
    }

    @Override
    Found find(DrivingPorts ports) {
        return new Found(ports.admin().countSessionsToPurge(correlationId(), time()), List.of());
    }

    @Override
    RemovedBatch removeBatch(DrivingPorts ports, int limit) {
        return ports.admin().purgeBatch(correlationId(), time(), limit);
    }

    private Instant time() {
        return closedBefore.asOf(shell().clock().instant());
    }
}
