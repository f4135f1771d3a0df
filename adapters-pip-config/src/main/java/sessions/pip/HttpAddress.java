package sessions.pip;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Maps the address and certificate of HTTP, or of gRPC, which the original configures in the same way. */
final class HttpAddress {

    static final String ALL_ADDRESSES = "0.0.0.0";
    static final String ORIGINAL_PORT = "3000";

    private final PipComponent component;
    private final ComponentSection connection;
    private final ComponentSection credential;
    private final Map<String, String> settings;

    private HttpAddress(PipComponent component, Map<String, String> settings) {
        this.component = component;
        this.connection = component.sections("connection").getFirst();
        this.credential = component.sections("credential").getFirst();
        this.settings = settings;
    }

    /** Sets host and port, and the TLS files if the protocol is https. */
    static void read(PipComponent component, Map<String, String> settings) {
        HttpAddress address = new HttpAddress(component, settings);
        address.connection.rejectLookUp("discovery_key");
        address.credential.rejectLookUp("store_key");
        address.connection.take("uri").ifPresentOrElse(address::readUri, address::readParts);
    }

    private void readParts() {
        put(connection.text("host").orElse(ALL_ADDRESSES), connection.positiveInteger("port").orElse(ORIGINAL_PORT));
        connection.take("protocol").ifPresent(protocol -> readProtocol(protocol, protocol.text()));
    }

    private void readUri(ComponentEntry entry) {
        Optional<URI> uri = parsed(entry.text());
        if (uri.isEmpty()) {
            component.problem(entry, "connection.uri must be http://HOST:PORT");
            return;
        }
        connection.ignore("protocol", "host", "port");
        put(uri.get().getHost(), String.valueOf(uri.get().getPort()));
        readProtocol(entry, uri.get().getScheme());
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri).filter(whole -> whole.getScheme() != null && whole.getHost() != null
                    && whole.getPort() > 0 && whole.getUserInfo() == null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private void put(String host, String port) {
        settings.put("host", host.replaceAll("[\\[\\]]", ""));
        settings.put("port", port);
    }

    private void readProtocol(ComponentEntry entry, String protocol) {
        if (protocol.equals("https")) {
            putFile("ssl_key_file", "tls-key", entry);
            putFile("ssl_crt_file", "tls-certificate", entry);
            credential.take("ssl_ca_file")
                    .ifPresent(file -> component.warning(file, "credential.ssl_ca_file is ignored, as in the"
                            + " original, which requests no client certificates; to require them, set tls-client-ca"));
        } else if (!protocol.equals("http")) {
            component.problem(entry, "connection.protocol must be http or https but is '" + protocol + "'");
        }
    }

    private void putFile(String key, String setting, ComponentEntry protocol) {
        credential.text(key).ifPresentOrElse(path -> settings.put(setting, path),
                () -> component.problem(protocol, "credential." + key + " is missing but https requires it"));
    }
}
