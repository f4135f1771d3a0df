package sessions.rest;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/** What callers connect to: HTTP/1.1 and HTTP/2, within TLS or not. */
final class Connectors {

    private Connectors() {
    }

    static Connector of(Server server, HttpConfiguration http, HttpSettings settings, @Nullable Tls tls) {
        http.setRequestHeaderSize(settings.limits().maxHeaderBytes());
        http.addCustomizer(new SentMethod());
        // Which the HTTP library could not decode.
        http.setUriCompliance(http.getUriCompliance().without("sessions", UriCompliance.Violation.UTF16_ENCODINGS));
        return new BoundedConnector(server, settings, tls == null ? plain(http) : encrypted(http, tls));
    }

    /** Who knows that the service speaks HTTP/2 begins with it, or asks for it (RFC 7540, 3.2 and 3.4). */
    private static ConnectionFactory[] plain(HttpConfiguration http) {
        return new ConnectionFactory[]{new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http)};
    }

    private static ConnectionFactory[] encrypted(HttpConfiguration http, Tls tls) {
        // Which name a caller asked for does not matter: there is one certificate.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory one = new HttpConnectionFactory(http);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(one.getProtocol());
        return new ConnectionFactory[]{new SslConnectionFactory(tls.server(), alpn.getProtocol()), alpn,
                new HTTP2ServerConnectionFactory(http), one};
    }
}
