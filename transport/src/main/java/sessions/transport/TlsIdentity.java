package sessions.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.altindag.ssl.pem.util.PemUtils;
import org.jspecify.annotations.Nullable;

/**
 * The parsed and checked content of {@link TlsSettings}, with the protocol versions and cipher suites of every server.
 *
 * @param key the server's certificate and key
 * @param clientAuthorities verifies client certificates, or null if clients need none
 */
public record TlsIdentity(X509ExtendedKeyManager key, @Nullable X509ExtendedTrustManager clientAuthorities) {

    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** Suites with forward secrecy and authenticated encryption (RFC 9325, 4.2), strongest first. */
    public static final List<String> CIPHER_SUITES = List.of("TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    /**
     * Parses the settings.
     *
     * @throws IOException if a part is not valid PEM, or the key does not belong to the certificate; names the part
     */
    public static TlsIdentity of(TlsSettings settings) throws IOException {
        List<X509Certificate> certificates = parse("certificate",
                () -> PemUtils.parseCertificate(settings.certificates()));
        if (certificates.isEmpty()) {
            throw new IOException("The TLS certificate file contains no PEM certificate");
        }
        char[] password = password(settings);
        PrivateKey key = parse("key", () -> PemUtils.parsePrivateKey(settings.key(), password));
        if (!isPair(certificates.getFirst().getPublicKey(), key)) {
            throw new IOException("The TLS key does not belong to the first certificate");
        }
        X509ExtendedKeyManager identity = parse("certificate and key",
                () -> PemUtils.parseIdentityMaterial(settings.certificates(), settings.key(), password));
        return new TlsIdentity(identity, clientAuthorities(settings));
    }

    private static @Nullable X509ExtendedTrustManager clientAuthorities(TlsSettings settings) throws IOException {
        String authorities = settings.clientAuthorities();
        return authorities == null
                ? null
                : parse("client authorities", () -> PemUtils.parseTrustMaterial(authorities));
    }

    /** Returns whether the keys belong together: the public key verifies what the private key signs. */
    private static boolean isPair(PublicKey certified, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (GeneralSecurityException differentAlgorithms) {
            return false;
        }
    }

    private static char @Nullable [] password(TlsSettings settings) {
        String password = settings.keyPassword();
        return password == null ? null : password.toCharArray();
    }

    /** The library throws exceptions of many types, and some messages quote the input. */
    private static <T> T parse(String part, Callable<T> parsing) throws IOException {
        try {
            return parsing.call();
        } catch (Exception malformed) {
            throw new IOException("The TLS " + part + " cannot be read: it must be in PEM, and the password must match",
                    malformed);
        }
    }
}
