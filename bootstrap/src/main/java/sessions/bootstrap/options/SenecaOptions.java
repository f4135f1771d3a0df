package sessions.bootstrap.options;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.bootstrap.settings.HostNames;
import sessions.bootstrap.settings.SenecaSettings;
import sessions.domain.access.Role;
import sessions.shell.Setting;
import sessions.transport.ServerSettings;

/** The options for the Seneca APIs, which are off by default. */
final class SenecaOptions {

    private static final String TCP_PORT = "--seneca-tcp-port";
    private static final String TCP_HOST = "--seneca-tcp-host";
    private static final String TCP_ROLE = "--seneca-tcp-role";

    @Setting
    @Option(names = "--seneca-port", paramLabel = "PORT", converter = NumberConverters.Port.class,
            description = "Port for Seneca messages over HTTP; 0 for any free port (default: none).")
    private @Nullable Integer port;

    @Setting
    @Option(names = "--seneca-on-http", fallbackValue = "true",
            description = "Also accept Seneca messages at /act on --port.")
    private boolean onHttp;

    @Setting
    @Option(names = TCP_PORT, paramLabel = "PORT", converter = NumberConverters.Port.class,
            description = "Port for Seneca messages over TCP; 0 for any free port (default: none).")
    private @Nullable Integer tcpPort;

    @Setting
    @Option(names = TCP_HOST, paramLabel = "NAME", defaultValue = "127.0.0.1", converter = HostConverter.class,
            description = "Interface for --seneca-tcp-port (default: ${DEFAULT-VALUE}).")
    private String tcpHost = "";

    @Setting
    @Option(names = TCP_ROLE, paramLabel = "ROLE", converter = RoleConverter.class, description = {
            "Role of all callers over Seneca TCP, where messages carry no key: reader, writer or admin",
            "(default: admin; required with --access-keys)."})
    private @Nullable Role tcpRole;

    @Setting
    @Option(names = "--seneca-tcp-connections", paramLabel = "N", defaultValue = "256",
            converter = NumberConverters.Positive.class,
            description = "Maximum open Seneca TCP connections; more must wait (default: ${DEFAULT-VALUE}).")
    private int tcpConnections;

    /**
     * Returns the settings. Only valid if there are no problems.
     *
     * @param http the settings of the HTTP API; Seneca over HTTP uses them with its own port
     */
    SenecaSettings settings(ServerSettings http) {
        return new SenecaSettings(port == null ? null : http.withPort(port), onHttp,
                tcpPort == null ? null : tcp(http, tcpPort), Objects.requireNonNullElse(tcpRole, Role.ADMIN));
    }

    private ServerSettings tcp(ServerSettings http, int listen) {
        return new ServerSettings(tcpHost, listen, null, http.requests(),
                http.connections().withConnections(tcpConnections), http.drainTime(), null);
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems(boolean withKeys) {
        List<String> problems = new ArrayList<>();
        if (tcpHost.isBlank()) {
            problems.add(TCP_HOST + " must not be empty");
        }
        if (tcpPort != null && withKeys && tcpRole == null) {
            problems.add(TCP_ROLE + " is required with " + AccessOptions.KEYS + " and " + TCP_PORT
                    + ": messages over TCP carry no key");
        }
        if (tcpPort == null && tcpRole != null) {
            problems.add(TCP_ROLE + " requires " + TCP_PORT);
        }
        return problems;
    }

    /**
     * Returns an error message if other machines could call without authentication, or empty.
     *
     * @throws IOException if the host to listen on is unknown
     */
    Optional<String> exposureProblem() throws IOException {
        return isExposed()
                ? Optional.of(TCP_HOST + " " + tcpHost + " would let other machines call the service without"
                        + " authentication, because messages over TCP carry no key; to allow this, add "
                        + AccessOptions.INSECURE)
                : Optional.empty();
    }

    /**
     * Returns a warning if the network could read unencrypted traffic, or empty.
     *
     * @throws IOException if the host to listen on is unknown
     */
    Optional<String> plaintextWarning() throws IOException {
        return isExposed()
                ? Optional.of("session ids and content reach " + TCP_HOST + " " + tcpHost
                        + " unencrypted, unless a proxy in front of the service encrypts them")
                : Optional.empty();
    }

    private boolean isExposed() throws IOException {
        return tcpPort != null && !HostNames.isLoopback(tcpHost);
    }
}
