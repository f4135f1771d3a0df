package sessions.bootstrap.settings;

import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.transport.ServerSettings;

/**
 * Where messages of Seneca are taken.
 *
 * @param http on a port of their own, or null for none
 * @param besideHttp whether on the port of the HTTP API, too
 * @param tcp over TCP, or null for not
 * @param tcpRole what callers over TCP may do
 */
public record SenecaSettings(@Nullable ServerSettings http, boolean besideHttp, @Nullable ServerSettings tcp,
        Role tcpRole) {

    /** What callers over TCP are known by: nobody can tell them apart. */
    private static final String TCP_CALLER = "seneca-tcp";

    /** Whether they are taken anywhere. */
    public boolean isServed() {
        return http != null || besideHttp || tcp != null;
    }

    /** Lets in callers over TCP. */
    public Authenticator tcpAuthenticator() {
        return (_, _, address) -> new Caller(TCP_CALLER, tcpRole, address);
    }
}
