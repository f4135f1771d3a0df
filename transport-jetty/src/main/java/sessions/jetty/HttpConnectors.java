package sessions.jetty;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;
import sessions.transport.ServerSettings;

/** Creates a server's connector: HTTP/1.1 and HTTP/2, over TLS or plaintext. */
final class HttpConnectors {

    private HttpConnectors() {
    }

    static BoundedConnector of(Server server, ServerSettings settings, @Nullable JettyTls tls) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(settings.requests().maxHeaderBytes());
        // Ambiguous paths reach the routes, which reject them. UTF-16 escapes are rejected here: Javalin fails on them.
        http.setUriCompliance(UriCompliance.LEGACY.without("sessions", UriCompliance.Violation.UTF16_ENCODINGS));
        return new BoundedConnector(server, settings, tls == null ? plaintext(http) : encrypted(http, tls));
    }

    /** Clients may start with HTTP/2, or upgrade to it (RFC 7540, 3.2 and 3.4). */
    private static ConnectionFactory[] plaintext(HttpConfiguration http) {
        return new ConnectionFactory[]{new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http)};
    }

    private static ConnectionFactory[] encrypted(HttpConfiguration http, JettyTls tls) {
        // Do not check the host name (SNI): the server has only one certificate.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        return new ConnectionFactory[]{new SslConnectionFactory(tls.server(), alpn.getProtocol()), alpn,
                new HTTP2ServerConnectionFactory(http), http1};
    }
}
