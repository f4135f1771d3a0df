package sessions.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What machines are called. */
final class HostName {

    private HostName() {
    }

    /** What this one is called. */
    static String local() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    /**
     * Whether only this machine can call who listens there.
     *
     * @throws IOException where nobody knows the host
     */
    static boolean isLoopback(String host) throws IOException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IOException("Cannot listen on " + host + ": unknown host", unknown);
        }
    }

    /** A host in an address: IPv6 stands in brackets there. */
    static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
