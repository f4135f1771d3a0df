package sessions.grpc;

import io.grpc.ServerCredentials;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettySslContextServerCredentials;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.altindag.ssl.pem.util.PemUtils;
import org.jspecify.annotations.Nullable;

/** TLS as settings say it, which may change while connections go on. */
final class Certificates {

    /** With forward secrecy and authenticated encryption (RFC 9325, 4.2), the strongest first. */
    private static final List<String> CIPHER_SUITES = List.of("TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private final ReplaceableSslContext context;

    private Certificates(SslContext context) {
        this.context = new ReplaceableSslContext(context);
    }

    /** @throws IOException where something cannot be read; the message says what and why */
    static Certificates of(GrpcTls settings) throws IOException {
        return new Certificates(context(settings));
    }

    /** What connections are made with: a caller must show a certificate where authorities are named. */
    ServerCredentials credentials() {
        return NettySslContextServerCredentials.create(context);
    }

    /**
     * For new connections from now on.
     *
     * @throws IOException where something cannot be read; then those before stay
     */
    void replace(GrpcTls settings) throws IOException {
        context.replace(context(settings));
    }

    private static SslContext context(GrpcTls settings) throws IOException {
        X509ExtendedTrustManager trusted = trusted(settings);
        SslContextBuilder builder = GrpcSslContexts
                .configure(SslContextBuilder.forServer(identity(settings)), SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2").ciphers(CIPHER_SUITES, SupportedCipherSuiteFilter.INSTANCE);
        return (trusted == null ? builder : builder.trustManager(trusted).clientAuth(ClientAuth.REQUIRE)).build();
    }

    private static X509ExtendedKeyManager identity(GrpcTls settings) throws IOException {
        String password = settings.keyPassword();
        char[] characters = password == null ? null : password.toCharArray();
        if (read("certificate", () -> PemUtils.parseCertificate(settings.certificates())).isEmpty()) {
            throw new IOException("The TLS certificate must be in PEM; there is none");
        }
        read("key", () -> PemUtils.parsePrivateKey(settings.key(), characters));
        return read("certificate and key",
                () -> PemUtils.parseIdentityMaterial(settings.certificates(), settings.key(), characters));
    }

    private static @Nullable X509ExtendedTrustManager trusted(GrpcTls settings) throws IOException {
        String authorities = settings.clientAuthorities();
        return authorities == null
                ? null
                : read("client authorities", () -> PemUtils.parseTrustMaterial(authorities));
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
