package sessions.pip;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps a listener besides HTTP, which has its own port but shares the interface and the certificate of HTTP. */
final class SharedListener {

    private static final String HOST = "host";
    private static final String CERTIFICATE = "tls-certificate";

    private SharedListener() {
    }

    /**
     * Sets the port, and the settings shared with HTTP if nothing has set them before.
     *
     * @param address the component's address, as settings of HTTP; without a port if the port is a problem
     * @param setting name of the port's setting
     */
    static void put(PipComponent component, Map<String, String> address, String setting, Map<String, String> settings) {
        putPort(component, address.remove("port"), setting, settings);
        if (settings.containsKey(HOST)) {
            compareHosts(component, address, settings);
            compareCertificates(component, address, settings);
        } else {
            settings.putAll(address);
        }
    }

    /** Sets a port. The last one wins, because there is only one port per protocol here. */
    static void putPort(PipComponent component, @Nullable String port, String setting,
            Map<String, String> settings) {
        if (port == null) {
            return;
        }
        String earlier = settings.put(setting, port);
        if (earlier != null) {
            component.warning("replaces the previous one, on port " + earlier + ": there is only one " + setting);
        }
    }

    private static void compareHosts(PipComponent component, Map<String, String> address,
            Map<String, String> settings) {
        String host = settings.get(HOST);
        if (!Objects.equals(host, address.get(HOST))) {
            component.warning("connection.host is ignored, because it listens on the host of HTTP, " + host);
        }
    }

    private static void compareCertificates(PipComponent component, Map<String, String> address,
            Map<String, String> settings) {
        String own = address.get(CERTIFICATE);
        String certificate = settings.get(CERTIFICATE);
        if (own != null && certificate == null) {
            component
                    .problem("connection.protocol is https, but it shares the certificate of HTTP, which has none");
        } else if (!Objects.equals(own, certificate)) {
            component.warning("uses the certificate of HTTP, " + certificate);
        }
    }
}
