package sessions.bootstrap.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.bootstrap.settings.RateSettings;
import sessions.limits.Rate;
import sessions.shell.Setting;

/** The options for rate limits. */
final class RateOptions {

    private static final String BY_KEY = "--key-rate";

    @Setting
    @Option(names = BY_KEY, paramLabel = "RATE", converter = RateConverter.class,
            description = "Maximum request rate per API key, such as 100/s (default: unlimited).")
    private @Nullable Rate byKey;

    @Setting
    @Option(names = "--address-rate", paramLabel = "RATE", converter = RateConverter.class,
            description = "Maximum request rate per client address, such as 600/m (default: unlimited).")
    private @Nullable Rate byAddress;

    RateSettings settings() {
        return new RateSettings(byKey, byAddress);
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems(boolean withKeys) {
        return byKey == null || withKeys
                ? List.of()
                : List.of(BY_KEY + " requires " + AccessOptions.KEYS
                        + ": without keys, callers cannot be distinguished");
    }
}
