package sessions.bootstrap.options;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import sessions.bootstrap.settings.HostNames;
import sessions.shell.Setting;
import sessions.transport.RequestSources;

/** The options for the address of the HTTP API. */
final class ListenOptions {

    @Setting
    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1", converter = HostConverter.class,
            description = "Interface to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Setting
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", converter = NumberConverters.Port.class,
            description = "Port to listen on; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Setting
    @Option(names = "--allowed-hosts", paramLabel = "NAME", split = ",", description = {
            "Names by which callers without API keys may address the service, besides its addresses,",
            "localhost and --host, separated by commas (default: none)."})
    private Set<String> allowedHosts = Set.of();

    @Setting
    @Option(names = "--cors-origins", paramLabel = "ORIGIN", split = ",", converter = OriginConverter.class,
            description = "Origins allowed by CORS, separated by commas, or * for all (default: none).")
    private Set<String> corsOrigins = Set.of();

    @Setting
    @Option(names = "--docs", defaultValue = "true", fallbackValue = "true",
            description = "Serve the OpenAPI document and the page /docs (default: ${DEFAULT-VALUE}).")
    private boolean docs = true;

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Returns the hosts and origins of requests without authentication. */
    RequestSources sources() {
        Set<String> hosts = new HashSet<>(allowedHosts);
        hosts.add(host);
        return new RequestSources(hosts, corsOrigins);
    }

    Set<String> corsOrigins() {
        return corsOrigins;
    }

    boolean servesDocs() {
        return docs;
    }

    /** Returns the problems of the values, without resolving the host. */
    List<String> problems() {
        return host.isBlank() ? List.of("--host must not be empty") : List.of();
    }

    /**
     * Returns whether only this machine can call.
     *
     * @throws IOException if the host is unknown
     */
    boolean isLoopback() throws IOException {
        return HostNames.isLoopback(host);
    }
}
