package sessions.cli.option;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.shell.ServiceTarget;
import sessions.shell.Setting;

/** The options that say which service a command talks to. */
public final class ConnectionOptions {

    public static final String DIRECT = "--direct";

    @Setting
    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
            converter = ServiceUrlConverter.class,
            description = {"The running service", "(default: ${DEFAULT-VALUE})."})
    private URI url = URI.create("http://127.0.0.1:8080");

    @Setting(secret = true)
    @Option(names = "--api-key", paramLabel = "KEY", converter = ApiKeyConverter.class,
            description = "What to identify with; better set as SESSIONS_API_KEY, which other users do not see.")
    private @Nullable String apiKey;

    @Setting
    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s", converter = TimeoutConverter.class,
            description = "How long one request may take; not that of a backup (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(names = DIRECT,
            description = "Open the configured store in this process instead, while the service is down.")
    private boolean direct;

    public boolean isDirect() {
        return direct;
    }

    public ServiceTarget connection() {
        return direct ? new ServiceTarget.Direct() : new ServiceTarget.Remote(url, apiKey, timeout);
    }
}
