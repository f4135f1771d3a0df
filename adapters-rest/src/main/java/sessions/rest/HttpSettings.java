package sessions.rest;

import java.util.Set;
import sessions.transport.ServerSettings;

/**
 * The settings of the HTTP API.
 *
 * @param server address, limits, TLS and drain time of the server
 * @param corsOrigins the origins whose pages may call the API, {@code *} for any; empty turns CORS off
 * @param documented whether the API serves its OpenAPI document and the page {@code /docs}
 */
public record HttpSettings(ServerSettings server, Set<String> corsOrigins, boolean documented) {

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /** Creates settings without CORS and with documentation. */
    public HttpSettings(ServerSettings server) {
        this(server, Set.of(), true);
    }
}
