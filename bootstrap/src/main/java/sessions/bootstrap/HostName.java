package sessions.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called. */
final class HostName {

    private HostName() {
    }

    static String local() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
