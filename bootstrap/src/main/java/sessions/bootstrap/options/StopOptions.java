package sessions.bootstrap.options;

import java.time.Duration;
import picocli.CommandLine.Option;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options for stopping the service. */
final class StopOptions {

    @Setting
    @Option(names = "--drain-delay", paramLabel = "TIME", defaultValue = "0",
            converter = DurationConverter.OrZero.class,
            description = {
                    "Time to keep serving after a stop begins while reporting not ready, so that load balancers notice",
                    "(default: ${DEFAULT-VALUE})."})
    private Duration drainDelay = Duration.ZERO;

    @Setting
    @Option(names = "--drain-time", paramLabel = "TIME", defaultValue = "30s", converter = DurationConverter.class,
            description = "Time to wait for running requests after a stop begins (default: ${DEFAULT-VALUE}).")
    private Duration drainTime = Duration.ZERO;

    /** How long the service keeps accepting requests after it is told to stop. */
    Duration drainDelay() {
        return drainDelay;
    }

    Duration drainTime() {
        return drainTime;
    }
}
