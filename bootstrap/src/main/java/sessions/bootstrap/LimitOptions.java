package sessions.bootstrap;

import picocli.CommandLine.Option;
import sessions.cli.Setting;

/** The options that bound what one request may cost. */
final class LimitOptions {

    @Setting
    @Option(names = "--max-body", paramLabel = "SIZE", defaultValue = "1MiB", converter = Numbers.BodySize.class,
            description = "Largest body of a request (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    int maxBodyBytes() {
        return maxBody;
    }
}
