package sessions.rest;

import java.time.Duration;
import java.util.Set;

/**
 * Where and how the HTTP API listens.
 *
 * @param host name or address of the interface to listen on
 * @param port its port, or 0 for any free one
 * @param maxBodyBytes the largest body that is taken
 * @param corsOrigins the origins whose pages may call the API, {@code *} for any; empty switches CORS off
 * @param drainTime how long a stop waits for the requests under way
 */
public record HttpSettings(String host, int port, int maxBodyBytes, Set<String> corsOrigins, Duration drainTime) {

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }
}
