package sessions.bootstrap.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import sessions.transport.ServerSettings;

/** Host names and addresses of servers. */
public final class HostNames {

    private HostNames() {
    }

    /** The name of this machine. */
    public static String local() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    /**
     * Whether a server that listens on a host can only be called from this machine.
     *
     * @throws IOException if the host is unknown
     */
    public static boolean isLoopback(String host) throws IOException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IOException("Cannot listen on " + host + ": unknown host", unknown);
        }
    }

    /** Returns a host as it is written in a URL: IPv6 addresses in brackets. */
    public static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /**
     * The URL of an HTTP server.
     *
     * @param port the port that it listens on
     */
    public static String url(ServerSettings http, int port) {
        return (http.tls() == null ? "http://" : "https://") + inUrl(http.host()) + ":" + port;
    }
}
