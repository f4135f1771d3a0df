package sessions.bootstrap.options;

import java.time.Duration;
import picocli.CommandLine.Option;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;
import sessions.transport.RequestLimits;

/** The options that limit requests. */
final class LimitOptions {

    @Setting
    @Option(names = "--max-body", paramLabel = "SIZE", defaultValue = "1MiB",
            converter = NumberConverters.BodySize.class,
            description = "Maximum size of a request body (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    @Setting
    @Option(names = "--max-header", paramLabel = "SIZE", defaultValue = "8KiB",
            converter = NumberConverters.HeaderSize.class,
            description = "Maximum size of a request's URL and headers (default: ${DEFAULT-VALUE}).")
    private int maxHeader;

    @Setting
    @Option(names = "--max-concurrent", paramLabel = "N", defaultValue = "1000",
            converter = NumberConverters.Positive.class,
            description = "Maximum requests processed at once; as many again may wait (default: ${DEFAULT-VALUE}).")
    private int maxConcurrent;

    @Setting
    @Option(names = "--longest-wait", paramLabel = "TIME", defaultValue = "1s", converter = DurationConverter.class,
            description = "How long a request may wait to be processed before it is rejected (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration longestWait = Duration.ZERO;

    RequestLimits settings() {
        return new RequestLimits(maxBody, maxHeader, maxConcurrent, longestWait);
    }
}
