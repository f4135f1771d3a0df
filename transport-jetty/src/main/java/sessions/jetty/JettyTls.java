package sessions.jetty;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import sessions.transport.TlsIdentity;
import sessions.transport.TlsSettings;

/** TLS for a Jetty server; its certificates can be replaced while the server runs. */
public final class JettyTls {

    private final SslContextFactory.Server server = new SslContextFactory.Server();

    private JettyTls() {
        server.setIncludeProtocols(TlsIdentity.PROTOCOLS.toArray(String[]::new));
        server.setIncludeCipherSuites(TlsIdentity.CIPHER_SUITES.toArray(String[]::new));
    }

    /**
     * Reads the certificate and its key.
     *
     * @throws IOException if a part is not valid PEM, or the key does not belong to the certificate; the message names
     *         the part
     */
    public static JettyTls of(TlsSettings settings) throws IOException {
        JettyTls tls = new JettyTls();
        TlsIdentity identity = TlsIdentity.of(settings);
        configure(tls.server, context(identity), identity);
        return tls;
    }

    public SslContextFactory.Server server() {
        return server;
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     */
    void replace(TlsSettings settings) throws IOException {
        TlsIdentity identity = TlsIdentity.of(settings);
        SSLContext context = context(identity);
        try {
            server.reload(_ -> configure(server, context, identity));
        } catch (Exception failed) { // declared by Jetty
            throw new IOException("The certificate cannot be replaced: " + failed.getMessage(), failed);
        }
    }

    private static void configure(SslContextFactory.Server server, SSLContext context, TlsIdentity identity) {
        server.setSslContext(context);
        server.setNeedClientAuth(identity.clientAuthorities() != null);
    }

    private static SSLContext context(TlsIdentity identity) throws IOException {
        TrustManager[] trusted = identity.clientAuthorities() == null
                ? null
                : new TrustManager[]{identity.clientAuthorities()};
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{identity.key()}, trusted, null);
            return context;
        } catch (GeneralSecurityException failed) {
            throw new IOException("TLS cannot be set up: " + failed.getMessage(), failed);
        }
    }
}
