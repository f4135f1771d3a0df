package sessions.rest;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the HTTP API listens.
 *
 * @param host name or address of the interface to listen on
 * @param port its port, or 0 for any free one
 * @param tls certificate and key, or null for connections that are not encrypted
 * @param limits what requests may cost
 * @param corsOrigins the origins whose pages may call the API, {@code *} for any; empty switches CORS off
 * @param drainTime how long a stop waits for the requests under way
 * @param connections what each connection is granted
 * @param documented whether it serves its OpenAPI document, and a page to try it out
 */
public record HttpSettings(String host, int port, @Nullable TlsSettings tls, HttpLimits limits, Set<String> corsOrigins,
        Duration drainTime, ConnectionLimits connections, boolean documented) {

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /** With the usual limits of connections, and documented. */
    public HttpSettings(String host, int port, @Nullable TlsSettings tls, HttpLimits limits, Set<String> corsOrigins,
            Duration drainTime) {
        this(host, port, tls, limits, corsOrigins, drainTime, ConnectionLimits.DEFAULT, true);
    }

    /** On any free port of this machine, without TLS, for no pages of other origins. */
    public static HttpSettings local(HttpLimits limits, Duration drainTime) {
        return new HttpSettings("127.0.0.1", 0, null, limits, Set.of(), drainTime);
    }
}
