package sessions.rest;

import java.util.Set;
import sessions.transport.ServerSettings;

/**
 * The settings of the HTTP API.
 *
 * @param server where it listens, and its limits
 * @param corsOrigins the origins whose pages may call the API, {@code *} for any; empty turns CORS off
 * @param documented whether it serves its OpenAPI document and the page {@code /docs}
 */
public record HttpSettings(ServerSettings server, Set<String> corsOrigins, boolean documented) {

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /** Without CORS, with documentation. */
    public HttpSettings(ServerSettings server) {
        this(server, Set.of(), true);
    }
}
