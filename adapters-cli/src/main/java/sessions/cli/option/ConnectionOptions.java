package sessions.cli.option;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.shell.ServiceTarget;
import sessions.shell.Setting;

/** The options that select the service to call. */
public final class ConnectionOptions {

    public static final String DIRECT = "--direct";

    @Setting
    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
            converter = ServiceUrlConverter.class,
            description = {"URL of the service", "(default: ${DEFAULT-VALUE})."})
    private URI url = URI.create("http://127.0.0.1:8080");

    @Setting(secret = true)
    @Option(names = "--api-key", paramLabel = "KEY", converter = ApiKeyConverter.class,
            description = "API key. Prefer SESSIONS_API_KEY: other users can see options in ps.")
    private @Nullable String apiKey;

    @Setting
    @Option(names = "--tls-ca", paramLabel = "FILE", description = {
            "CA certificates, in PEM, to trust instead of those that Java trusts, if the URL begins with https."})
    private @Nullable Path authorities;

    @Setting
    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s", converter = TimeoutConverter.class,
            description = "Timeout of each request with its retries, except a backup (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(names = DIRECT,
            description = "Open the configured store in this process instead of calling the service; for maintenance"
                    + " while it is down.")
    private boolean direct;

    public boolean isDirect() {
        return direct;
    }

    public ServiceTarget connection() {
        return direct ? new ServiceTarget.Direct() : new ServiceTarget.Remote(url, apiKey, authorities, timeout);
    }
}
