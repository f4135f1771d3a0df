package sessions.bootstrap.options;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.application.ExpirySweep;
import sessions.bootstrap.settings.SweepSettings;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options for sweeps. */
final class SweepOptions {

    @Setting
    @Option(names = "--cleanup-interval", paramLabel = "TIME", defaultValue = "15m",
            converter = DurationConverter.class,
            description = "Mean time between sweeps of expired sessions (default: ${DEFAULT-VALUE}).")
    private Duration cleanupInterval = Duration.ZERO;

    @Setting
    @Option(names = "--retention", paramLabel = "TIME", converter = DurationConverter.class,
            description = "How long closed and expired sessions are kept; at least 1m (default: until deleted).")
    private @Nullable Duration retention;

    /** More frequent sweeps would only load the store. */
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);

    SweepSettings settings() {
        return new SweepSettings(cleanupInterval, retention);
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (cleanupInterval.compareTo(MIN_INTERVAL) < 0) {
            problems.add("--cleanup-interval must be at least 1s");
        }
        if (retention != null && retention.compareTo(ExpirySweep.MIN_RETENTION) < 0) {
            problems.add("--retention must be at least 1m");
        }
        return problems;
    }
}
