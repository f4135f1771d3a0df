package sessions.bootstrap.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.bootstrap.settings.RateSettings;
import sessions.limits.Rate;
import sessions.shell.Setting;

/** The options that bound how often a caller may come. */
final class RateOptions {

    private static final String BY_KEY = "--key-rate";

    @Setting
    @Option(names = BY_KEY, paramLabel = "RATE", converter = RateConverter.class,
            description = "Most requests with one access key, such as 100/s (default: any number).")
    private @Nullable Rate byKey;

    @Setting
    @Option(names = "--address-rate", paramLabel = "RATE", converter = RateConverter.class,
            description = "Most requests from one address, such as 600/m (default: any number).")
    private @Nullable Rate byAddress;

    RateSettings settings() {
        return new RateSettings(byKey, byAddress);
    }

    /** What is wrong with them, where callers have keys or not. */
    List<String> problems(boolean withKeys) {
        return byKey == null || withKeys
                ? List.of()
                : List.of(BY_KEY + " needs " + AccessOptions.KEYS + ": without them callers are not told apart");
    }
}
