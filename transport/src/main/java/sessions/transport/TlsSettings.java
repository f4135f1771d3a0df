package sessions.transport;

import org.jspecify.annotations.Nullable;

/**
 * The certificate and private key of a server, in PEM (RFC 7468).
 *
 * @param certificates the server's certificate, followed by its chain
 * @param key the private key
 * @param keyPassword the password that encrypts the key, or null if it is not encrypted
 * @param clientAuthorities certificates of the authorities that issue client certificates, which are then required;
 *                          null if clients need none
 */
public record TlsSettings(String certificates, String key, @Nullable String keyPassword,
        @Nullable String clientAuthorities) {

    /** Omits the key. */
    @Override
    public String toString() {
        return clientAuthorities == null ? "TlsSettings" : "TlsSettings[with client certificates]";
    }
}
