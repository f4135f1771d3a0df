package sessions.rest;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** TLS as settings say it, which may change while connections go on. */
final class Tls {

    /** With forward secrecy and authenticated encryption (RFC 9325, 4.2); of TLS 1.3 all are. */
    private static final String[] CIPHER_SUITES = {"TLS_AES_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*",
            "TLS_ECDHE_.*_CHACHA20_.*"};

    private final SslContextFactory.Server server = new SslContextFactory.Server();

    private Tls() {
        server.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        server.setIncludeCipherSuites(CIPHER_SUITES);
    }

    /** @throws IOException where something cannot be read; the message says what and why */
    static Tls of(TlsSettings settings) throws IOException {
        Tls tls = new Tls();
        configure(tls.server, settings, context(settings));
        return tls;
    }

    SslContextFactory.Server server() {
        return server;
    }

    /**
     * For new connections from now on.
     *
     * @throws IOException where something cannot be read; then those before stay
     */
    void replace(TlsSettings settings) throws IOException {
        SSLContext context = context(settings);
        try {
            server.reload(_ -> configure(server, settings, context));
        } catch (Exception failed) { // as the library declares it
            throw new IOException("The certificate cannot be taken over: " + failed.getMessage(), failed);
        }
    }

    private static void configure(SslContextFactory.Server server, TlsSettings settings, SSLContext context) {
        server.setSslContext(context);
        server.setNeedClientAuth(settings.clientAuthorities() != null);
    }

    private static SSLContext context(TlsSettings settings) throws IOException {
        List<X509Certificate> certificates = read("certificate",
                () -> PemUtils.parseCertificate(settings.certificates()));
        PrivateKey key = read("key", () -> PemUtils.parsePrivateKey(settings.key(), password(settings)));
        requireSamePair(certificates, key);
        KeyManager identity = read("certificate and key",
                () -> PemUtils.parseIdentityMaterial(settings.certificates(), settings.key(), password(settings)));
        String authorities = settings.clientAuthorities();
        TrustManager[] trusted = authorities == null
                ? null
                : new TrustManager[]{read("client authorities", () -> PemUtils.parseTrustMaterial(authorities))};
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{identity}, trusted, null);
            return context;
        } catch (GeneralSecurityException failed) {
            throw new IOException("TLS cannot be set up: " + failed.getMessage(), failed);
        }
    }

    private static void requireSamePair(List<X509Certificate> certificates, PrivateKey key) throws IOException {
        if (certificates.isEmpty()) {
            throw new IOException("The TLS certificate must be in PEM; there is none");
        }
        if (!isPair(certificates.getFirst().getPublicKey(), key)) {
            throw new IOException("The TLS key is not that of the first certificate");
        }
    }

    /** Whether what the one signs the other verifies. */
    private static boolean isPair(PublicKey certified, PrivateKey key) {
        String signing = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(signing);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (GeneralSecurityException notOfOneKind) {
            return false;
        }
    }

    private static char @Nullable [] password(TlsSettings settings) {
        String password = settings.keyPassword();
        return password == null ? null : password.toCharArray();
    }

    /** The library's own exceptions are of many kinds, and some messages hold what could not be read. */
    private static <T> T read(String what, Callable<T> parsing) throws IOException {
        try {
            return parsing.call();
        } catch (Exception malformed) {
            throw new IOException(
                    "The TLS " + what + " cannot be read: it must be in PEM, and the password that of the key",
                    malformed);
        }
    }
}
