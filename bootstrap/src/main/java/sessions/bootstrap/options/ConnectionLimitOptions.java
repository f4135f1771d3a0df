package sessions.bootstrap.options;

import java.time.Duration;
import picocli.CommandLine.Option;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;
import sessions.transport.ConnectionLimits;

/** The options that limit connections. */
final class ConnectionLimitOptions {

    @Setting
    @Option(names = "--max-connections", paramLabel = "N", defaultValue = "10000",
            converter = NumberConverters.Positive.class,
            description = "Maximum open connections; more must wait (default: ${DEFAULT-VALUE}).")
    private int maxConnections;

    @Setting
    @Option(names = "--idle-timeout", paramLabel = "TIME", defaultValue = "30s", converter = DurationConverter.class,
            description = "How long a connection may be idle (default: ${DEFAULT-VALUE}).")
    private Duration idleTimeout = Duration.ZERO;

    @Setting
    @Option(names = "--arrival-time", paramLabel = "TIME", defaultValue = "30s", converter = DurationConverter.class,
            description = "How long a request may take to arrive; over HTTP, longer while it keeps --arrival-pace"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration arrivalTime = Duration.ZERO;

    @Setting
    @Option(names = "--arrival-pace", paramLabel = "SIZE", defaultValue = "10KB",
            converter = NumberConverters.Pace.class,
            description = "Minimum average data rate, per second, of a request that takes longer than"
                    + " --arrival-time (default: ${DEFAULT-VALUE}).")
    private int arrivalPace;

    ConnectionLimits settings() {
        return new ConnectionLimits(maxConnections, idleTimeout, arrivalTime, arrivalPace);
    }
}
