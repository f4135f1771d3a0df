package sessions.bootstrap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.cli.DurationConverter;
import sessions.cli.Setting;

/** The options of what the service tells about its work. */
final class ObservabilityOptions {

    @Setting
    @Option(names = "--metrics-log-interval", paramLabel = "TIME", converter = DurationConverter.class,
            description = "Time between two lines of the log with the main counters (default: none).")
    private @Nullable Duration metricsLogInterval;

    ObservabilitySettings settings() {
        return new ObservabilitySettings(metricsLogInterval);
    }
}
