package sessions.bootstrap.options;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.domain.model.ExpiryPolicy;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options for the expiry of sessions. */
public final class ExpiryOptions {

    @Setting
    @Option(names = "--expire-timeout", paramLabel = "TIME", defaultValue = "24h", converter = DurationConverter.class,
            description = "Idle timeout: a session expires this long after its last change (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration expireTimeout = ExpiryPolicy.DEFAULT.idleTimeout();

    @Setting
    @Option(names = "--max-lifetime", paramLabel = "TIME", converter = DurationConverter.class,
            description = "Absolute lifetime: a session expires this long after it was opened (default: no limit).")
    private @Nullable Duration maxLifetime;

    public ExpiryPolicy policy() {
        return new ExpiryPolicy(expireTimeout, maxLifetime);
    }
}
