package sessions.bootstrap.options;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import sessions.bootstrap.settings.HostNames;
import sessions.shell.Setting;

/** The options for the address of the HTTP API. */
final class ListenOptions {

    @Setting
    @Option(names = "--host", paramLabel = "NAME", defaultValue = "127.0.0.1",
            description = "Interface to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Setting
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", converter = NumberConverters.Port.class,
            description = "Port to listen on; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

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
