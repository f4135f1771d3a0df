package sessions.transport;

import org.jspecify.annotations.Nullable;

/**
 * The certificate and private key of a server, in PEM (RFC 7468).
 *
 * @param certificates the server's certificate, followed by its chain
 * @param key the private key
 * @param keyPassword the password that encrypts the key, or null if it is not encrypted
 * @param clientAuthorities certificates of authorities: clients must present a certificate that one of them issued. Null if
 *                          clients need none
 */
public record TlsSettings(String certificates, String key, @Nullable String keyPassword,
        @Nullable String clientAuthorities) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return clientAuthorities == null ? "TlsSettings" : "TlsSettings[with client certificates]";
    }
}
