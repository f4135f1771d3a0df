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

/** The options of the APIs for callers that use Seneca, which are off unless asked for. */
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
    @Option(names = TCP_HOST, paramLabel = "NAME", defaultValue = "127.0.0.1",
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
     * What the options ask for; makes sense where there are no problems.
     *
     * @param http where and how the HTTP API listens: that for Seneca does so likewise, on its own port
     */
    SenecaSettings settings(ServerSettings http) {
        return new SenecaSettings(port == null ? null : http.withPort(port), onHttp,
                tcpPort == null ? null : tcp(http, tcpPort), Objects.requireNonNullElse(tcpRole, Role.ADMIN));
    }

    private ServerSettings tcp(ServerSettings http, int listen) {
        return new ServerSettings(tcpHost, listen, null, http.requests(),
                http.connections().withConnections(tcpConnections), http.drainTime());
    }

    /** What is wrong with them, where callers over HTTP have keys or not. */
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
     * What would let other machines call unasked; in words, or empty.
     *
     * @throws IOException where nobody knows the host to listen on
     */
    Optional<String> exposure() throws IOException {
        return isBeyondThisMachine()
                ? Optional.of(TCP_HOST + " " + tcpHost + " would let other machines call the service without"
                        + " authentication, because messages over TCP carry no key; to allow this, add "
                        + AccessOptions.CONSENT)
                : Optional.empty();
    }

    /**
     * What others on the network could read along; in words, or empty.
     *
     * @throws IOException where nobody knows the host to listen on
     */
    Optional<String> plaintext() throws IOException {
        return isBeyondThisMachine()
                ? Optional.of("session ids and content reach " + TCP_HOST + " " + tcpHost
                        + " unencrypted, unless a proxy in front of the service encrypts them")
                : Optional.empty();
    }

    private boolean isBeyondThisMachine() throws IOException {
        return tcpPort != null && !HostNames.isLoopback(tcpHost);
    }
}
