package sessions.grpc.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/**
 * TLS of a server, which may become another for new connections. As a whole, not only its certificates: sessions that callers
 * could take up again stay behind with the one before.
 */
final class ReplaceableSslContext extends SslContext {

    private volatile SslContext present;

    ReplaceableSslContext(SslContext first) {
        present = first;
    }

    void replace(SslContext next) {
        present = next;
    }

    @Override
    public boolean isClient() {
        return present.isClient();
    }

    @Override
    public List<String> cipherSuites() {
        return present.cipherSuites();
    }

    @Override
    @SuppressWarnings("deprecation") // what is extended requires it
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return present.applicationProtocolNegotiator();
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator buffers) {
        return present.newEngine(buffers);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator buffers, String peerHost, int peerPort) {
        return present.newEngine(buffers, peerHost, peerPort);
    }

    @Override
    public SSLSessionContext sessionContext() {
        return present.sessionContext();
    }
}
