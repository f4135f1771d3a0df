package sessions.grpc;

import io.grpc.ServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Connections on Netty, within their limits, and the threads that look after them. */
final class Transport implements AutoCloseable {

    /** As many as HTTP/2 suggests to grant at least (RFC 9113, 6.5.2). */
    private static final int CALLS_PER_CONNECTION = 100;

    /** Calls that a caller may give up in a while before its connection ends: to open and reset many is an attack. */
    private static final int RESETS = 1000;
    private static final int RESETS_SECONDS = 10;

    private static final long LONGEST_END_SECONDS = 1;

    private final EventLoopGroup acceptor = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoopGroup workers = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(),
            NioIoHandler.newFactory());

    private final Connections open = new Connections();

    /** A server on these threads, still without services. */
    NettyServerBuilder server(GrpcSettings settings, ServerCredentials credentials) {
        GrpcLimits limits = settings.limits();
        long silence = limits.idleTimeout().toNanos();
        return NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()), credentials)
                .bossEventLoopGroup(acceptor).workerEventLoopGroup(workers)
                .channelFactory(() -> new BoundedServerChannel(limits.connections(), open))
                .maxInboundMessageSize(limits.maxMessageBytes()).maxInboundMetadataSize(limits.maxMetadataBytes())
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION).maxRstFramesPerWindow(RESETS, RESETS_SECONDS)
                .handshakeTimeout(silence, TimeUnit.NANOSECONDS).maxConnectionIdle(silence, TimeUnit.NANOSECONDS)
                .keepAliveTime(silence, TimeUnit.NANOSECONDS).keepAliveTimeout(silence, TimeUnit.NANOSECONDS);
    }

    /** Those that are open. */
    Connections connections() {
        return open;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.shutdownGracefully(0, LONGEST_END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        acceptor.shutdownGracefully(0, LONGEST_END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
