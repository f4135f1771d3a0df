package sessions.seneca;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.seneca.message.SenecaService;
import sessions.seneca.tcp.AcceptLimit;
import sessions.seneca.tcp.TcpConnection;
import sessions.transport.ConcurrencyLimiter;
import sessions.transport.ListenFailure;
import sessions.transport.ServerSettings;

/** Serves Seneca messages over TCP: JSON objects, one per line. Messages run on virtual threads. */
public final class SenecaTcp implements AutoCloseable {

    /** During shutdown, the longest wait for clients that keep connections open. */
    private static final Duration MAX_CLOSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SenecaTcp.class);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
    private final ServerSettings settings;
    private final AcceptLimit accepted;
    private final SenecaService service;
    private final ConcurrencyLimiter limiter;
    private final Channel listener;

    private SenecaTcp(ServerSettings settings, SenecaService service) throws IOException {
        this.settings = settings;
        this.service = service;
        accepted = new AcceptLimit(settings.connections().connections());
        limiter = new ConcurrencyLimiter(settings.requests());
        listener = listen();
    }

    /**
     * Starts the server.
     *
     * @param settings without TLS
     * @param authenticator authenticates each message; messages carry no key
     * @param telemetry receives each message
     * @throws IOException if the server cannot listen on the address; the message gives the cause
     */
    public static SenecaTcp start(ServerSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry) throws IOException {
        return new SenecaTcp(settings, SenecaService.of(ports, authenticator, telemetry));
    }

    private Channel listen() throws IOException {
        ServerBootstrap server = new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                .handler(accepted)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new ServerChannelRecvByteBufAllocator()) // one accept per read
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        serve(channel);
                    }
                });
        ChannelFuture bound = server.bind(new InetSocketAddress(settings.host(), settings.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
            throw ListenFailure.of(settings.address(), bound.cause());
        }
        return bound.channel();
    }

    private void serve(SocketChannel channel) {
        TcpConnection connection = new TcpConnection(channel, service, limiter, settings, SenecaHandler.PATH);
        connections.add(connection);
        channel.closeFuture().addListener(_ -> connections.remove(connection));
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Returns the number of open connections. */
    public int connections() {
        return accepted.open();
    }

    /** Rejects new messages, waits up to the drain time for messages in flight, then closes the connections. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        connections.forEach(TcpConnection::stopAccepting);
        try {
            drain();
            closeConnections();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        loops.shutdownGracefully(0, MAX_CLOSE.toSeconds(), TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void drain() throws InterruptedException {
        long deadline = System.nanoTime() + settings.drainTime().toNanos();
        for (TcpConnection connection : connections) {
            if (!connection.drain(remaining(deadline))) {
                LOG.warn("Drain time ({} ms) over; aborting the remaining messages", settings.drainTime().toMillis());
                return;
            }
        }
    }

    private void closeConnections() throws InterruptedException {
        long deadline = System.nanoTime() + MAX_CLOSE.toNanos();
        for (TcpConnection connection : connections) {
            connection.awaitClose(remaining(deadline));
        }
    }

    private static Duration remaining(long deadline) {
        return Duration.ofNanos(Math.max(deadline - System.nanoTime(), 0));
    }
}
