package sessions.pip;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What listens beside HTTP: on a port of its own, but on the same interface and with the same certificate. */
final class SharedListener {

    private static final String HOST = "host";
    private static final String CERTIFICATE = "tls-certificate";

    private SharedListener() {
    }

    /**
     * Sets the port, and what HTTP has in common with it where nothing has set that before.
     *
     * @param address where the component is to listen, by the settings of HTTP; without port where that is a problem
     * @param setting what its port is called here
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

    /** Sets a port, of which there is one, whatever the original has. */
    static void putPort(PipComponent component, @Nullable String port, String setting,
            Map<String, String> settings) {
        if (port == null) {
            return;
        }
        String earlier = settings.put(setting, port);
        if (earlier != null) {
            component.warning("takes the place of the one before, on port " + earlier + ": there is one " + setting);
        }
    }

    private static void compareHosts(PipComponent component, Map<String, String> address,
            Map<String, String> settings) {
        String host = settings.get(HOST);
        if (!Objects.equals(host, address.get(HOST))) {
            component.warning("connection.host is ignored, because it listens where HTTP does, on " + host);
        }
    }

    private static void compareCertificates(PipComponent component, Map<String, String> address,
            Map<String, String> settings) {
        String own = address.get(CERTIFICATE);
        String certificate = settings.get(CERTIFICATE);
        if (own != null && certificate == null) {
            component
                    .problem("connection.protocol is https, but it would have the certificate of HTTP, which has none");
        } else if (!Objects.equals(own, certificate)) {
            component.warning("is encrypted as HTTP is, with the certificate " + certificate);
        }
    }
}
