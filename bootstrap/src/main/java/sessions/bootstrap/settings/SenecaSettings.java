package sessions.bootstrap.settings;

import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.transport.ServerSettings;

/**
 * The settings of the Seneca APIs.
 *
 * @param http the HTTP server on a port of its own, or null for none
 * @param onHttp whether messages are also accepted on the port of the HTTP API
 * @param tcp the TCP server, or null for none
 * @param tcpRole the role of callers over TCP
 */
public record SenecaSettings(@Nullable ServerSettings http, boolean onHttp, @Nullable ServerSettings tcp,
        Role tcpRole) {

    /** The name of all callers over TCP, who cannot be distinguished. */
    private static final String TCP_CALLER = "seneca-tcp";

    /** Whether any Seneca API is enabled. */
    public boolean isServed() {
        return http != null || onHttp || tcp != null;
    }

    /** Returns an authenticator that accepts all callers over TCP, with their role. */
    public Authenticator tcpAuthenticator() {
        return (_, _, address) -> new Caller(TCP_CALLER, tcpRole, address);
    }
}
