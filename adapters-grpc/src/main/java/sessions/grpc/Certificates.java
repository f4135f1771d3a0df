package sessions.grpc;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.altindag.ssl.pem.util.PemUtils;
import nl.altindag.ssl.util.KeyManagerUtils;
import nl.altindag.ssl.util.TrustManagerUtils;
import org.jspecify.annotations.Nullable;

/** TLS as settings say it, whose certificates may change while connections go on. */
final class Certificates {

    private final X509ExtendedKeyManager identity;
    private final @Nullable X509ExtendedTrustManager trusted;

    private Certificates(X509ExtendedKeyManager identity, @Nullable X509ExtendedTrustManager trusted) {
        this.identity = KeyManagerUtils.createSwappableKeyManager(identity);
        this.trusted = trusted == null ? null : TrustManagerUtils.createSwappableTrustManager(trusted);
    }

    /** @throws IOException where something cannot be read; the message says what and why */
    static Certificates of(GrpcTls settings) throws IOException {
        return new Certificates(identity(settings), trusted(settings));
    }

    /** What connections are made with: a caller must show a certificate where authorities are named. */
    ServerCredentials credentials() {
        TlsServerCredentials.Builder credentials = TlsServerCredentials.newBuilder().keyManager(identity);
        return trusted == null
                ? credentials.build()
                : credentials.trustManager(trusted).clientAuth(TlsServerCredentials.ClientAuth.REQUIRE).build();
    }

    /**
     * For new connections from now on.
     *
     * @throws IOException where something cannot be read; then those before stay
     */
    void replace(GrpcTls settings) throws IOException {
        X509ExtendedKeyManager newIdentity = identity(settings);
        X509ExtendedTrustManager newTrusted = trusted(settings);
        if (trusted != null && newTrusted != null) {
            TrustManagerUtils.swapTrustManager(trusted, newTrusted);
        }
        KeyManagerUtils.swapKeyManager(identity, newIdentity);
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
