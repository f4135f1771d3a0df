package sessions.transport;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts and origins of requests that a server without authentication accepts. Without this check, every page in a
 * browser on this machine could call the server: by a name that resolves to this machine (DNS rebinding), or by requests
 * to another origin.
 *
 * @param hosts names of the server in addition to its addresses and {@code localhost}
 * @param origins origins of other pages that may call, {@code *} for any
 */
public record RequestSources(Set<String> hosts, Set<String> origins) {

    public static final String HOST_REJECTED = "Without API keys, the host must be an address of the server, localhost,"
            + " or a name in --host or --allowed-hosts";
    public static final String ORIGIN_REJECTED = "Without API keys, pages of other origins must be in --cors-origins";

    private static final String ANY = "*";

    public RequestSources {
        hosts = Set.copyOf(hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList());
        origins = Set.copyOf(origins);
    }

    /**
     * Returns whether a request may name the server by this host.
     *
     * @param host name or address without port
     * @param local the server's address on the request's connection, as a literal; null if unknown
     */
    public boolean allowsHost(String host, @Nullable String local) {
        String name = withoutBrackets(host).toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || hosts.contains(name)) {
            return true;
        }
        InetAddress address = address(name);
        return address != null
                && (address.isLoopbackAddress() || (local != null && address.equals(address(withoutBrackets(local)))));
    }

    /**
     * Returns whether a page may send a request.
     *
     * @param origin the request's header {@code Origin}
     * @param authority host and port of the request, as the page's URL contains them
     */
    public boolean allowsOrigin(String origin, String authority) {
        return origins.contains(ANY) || origins.contains(origin)
                || origin.substring(origin.indexOf("://") + 1).equalsIgnoreCase("//" + authority);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns the address that a text contains; null for a name, which is not resolved. */
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }
}
