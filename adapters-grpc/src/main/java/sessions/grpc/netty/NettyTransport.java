package sessions.grpc.netty;

import io.grpc.ServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import sessions.transport.ConnectionLimits;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;

/** The Netty transport of the gRPC server: connections within their limits, and the event loops that serve them. */
public final class NettyTransport implements AutoCloseable {

    /** The smallest limit that HTTP/2 recommends (RFC 9113, 6.5.2). */
    private static final int CALLS_PER_CONNECTION = 100;

    /**
     * The maximum number of calls that a client may cancel in the time below; if it cancels more, its connection is
     * closed. Opening and resetting calls rapidly is an attack.
     */
    private static final int RESETS = 1000;
    private static final int RESETS_SECONDS = 10;

    private static final long MAX_SHUTDOWN_SECONDS = 1;

    private final EventLoopGroup acceptor = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoopGroup workers = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(),
            NioIoHandler.newFactory());

    private final OpenConnections open = new OpenConnections();

    /** Returns a builder for a server on these event loops, without services. */
    public NettyServerBuilder server(ServerSettings settings, ServerCredentials credentials) {
        RequestLimits requests = settings.requests();
        ConnectionLimits connections = settings.connections();
        long idleNanos = connections.idleTimeout().toNanos();
        return NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()), credentials)
                .bossEventLoopGroup(acceptor).workerEventLoopGroup(workers)
                .channelFactory(() -> new BoundedServerChannel(connections.connections(), open))
                .maxInboundMessageSize(requests.maxBodyBytes()).maxInboundMetadataSize(requests.maxHeaderBytes())
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION).maxRstFramesPerWindow(RESETS, RESETS_SECONDS)
                .handshakeTimeout(idleNanos, TimeUnit.NANOSECONDS).maxConnectionIdle(idleNanos, TimeUnit.NANOSECONDS)
                .keepAliveTime(idleNanos, TimeUnit.NANOSECONDS).keepAliveTimeout(idleNanos, TimeUnit.NANOSECONDS);
    }

    /** Returns the open connections. */
    public OpenConnections connections() {
        return open;
    }

    /** Shuts the event loops down. */
    @Override
    public void close() {
        workers.shutdownGracefully(0, MAX_SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        acceptor.shutdownGracefully(0, MAX_SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
