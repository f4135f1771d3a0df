package sessions.grpc.netty;

import io.grpc.ServerCredentials;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettySslContextServerCredentials;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import sessions.transport.TlsIdentity;
import sessions.transport.TlsSettings;

/** TLS for the gRPC server; its certificates can be replaced while the server runs. */
public final class NettyTls {

    private final ReplaceableSslContext context;

    private NettyTls(SslContext context) {
        this.context = new ReplaceableSslContext(context);
    }

    /**
     * Reads the certificate and its key.
     *
     * @throws IOException if a part is not valid PEM, or the key does not belong to the certificate; the message names
     *         the part
     */
    public static NettyTls of(TlsSettings settings) throws IOException {
        return new NettyTls(context(settings));
    }

    /** Returns the server's credentials. They require a client certificate if the settings name client authorities. */
    public ServerCredentials credentials() {
        return NettySslContextServerCredentials.create(context);
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     */
    public void replace(TlsSettings settings) throws IOException {
        context.replace(context(settings));
    }

    private static SslContext context(TlsSettings settings) throws IOException {
        TlsIdentity identity = TlsIdentity.of(settings);
        SslContextBuilder builder = GrpcSslContexts
                .configure(SslContextBuilder.forServer(identity.key()), SslProvider.JDK)
                .protocols(TlsIdentity.PROTOCOLS)
                .ciphers(TlsIdentity.CIPHER_SUITES, SupportedCipherSuiteFilter.INSTANCE);
        if (identity.clientAuthorities() != null) {
            builder.trustManager(identity.clientAuthorities()).clientAuth(ClientAuth.REQUIRE);
        }
        return builder.build();
    }
}
