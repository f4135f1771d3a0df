package sessions.shell;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service that a command uses. */
public sealed interface ServiceTarget {

    /**
     * A remote service, called over HTTP.
     *
     * @param url its address, without {@code /v1} or {@code /v2}
     * @param apiKey the API key, or null for none
     * @param authorities the PEM file with the only authorities to trust, or null for those that the JVM trusts
     * @param timeout the time limit for one request, with its retries
     */
    record Remote(URI url, @Nullable String apiKey, @Nullable Path authorities,
            Duration timeout) implements ServiceTarget {
        /** Omits the key. */
        @Override
        public String toString() {
            return "Remote[" + url + "]";
        }
    }

    /** A service in this process with direct access to the configured store, while the command runs. */
    record Direct() implements ServiceTarget {
    }
}
