package sessions.cli;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sessions.domain.model.RemovedBatch;
import sessions.domain.port.driving.DrivingPorts;

@Command(name = "purge", mixinStandardHelpOptions = true, description = {
        "Remove for good sessions that ended before a time, and print how many.",
        "Active sessions stay. serve --retention does it by itself."})
final class PurgeCommand extends RemovalCommand {

    @Option(names = "--closed-before", paramLabel = "TIME", required = true, converter = Moment.Converter.class,
            description = "Closed or expired before that time: ISO 8601 (UTC if it does not say), or how long ago, such as 30d.")
    private Moment closedBefore = new Moment(Instant.EPOCH, null);

    PurgeCommand(Shell shell) {
        super(shell, "purge");
    }

    @Override
    Found find(DrivingPorts ports) {
        return new Found(ports.admin().countSessionsToPurge(correlationId(), time()), List.of());
    }

    @Override
    RemovedBatch removeSome(DrivingPorts ports, int limit) {
        return ports.admin().purgeSomeSessions(correlationId(), time(), limit);
    }

    private Instant time() {
        return closedBefore.asOf(shell().clock().instant());
    }
}
