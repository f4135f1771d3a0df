package sessions.seneca.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.WriteTimeoutException;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ServiceUnavailableException;
import sessions.seneca.message.FailureReply;
import sessions.seneca.message.SenecaExchange;
import sessions.seneca.message.SenecaFailures;
import sessions.seneca.message.SenecaReply;
import sessions.seneca.message.SenecaService;
import sessions.transport.AccessLog;
import sessions.transport.ConcurrencyLimiter;
import sessions.transport.ServerSettings;

/**
 * One client's connection. The client sends messages without waiting for replies. Messages run concurrently, and each
 * reply is sent as soon as it is ready.
 */
public final class TcpConnection extends SimpleChannelInboundHandler<ByteBuf> {

    /**
     * The maximum number of messages per connection that run at a time. The next line is read when one of them has been
     * answered.
     */
    private static final int MAX_IN_FLIGHT = 16;

    private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);

    private final SocketChannel channel;
    private final SenecaService service;
    private final ConcurrencyLimiter limiter;
    private final String route;
    private final LineDecoder lines;
    private final Semaphore free = new Semaphore(MAX_IN_FLIGHT);
    private boolean awaitingLine; // used on the channel's event loop only
    private boolean inputEnded; // used on the channel's event loop only
    private volatile boolean stopping;

    /** @param route the route of messages in the access log */
    public TcpConnection(SocketChannel channel, SenecaService service, ConcurrencyLimiter limiter,
            ServerSettings settings, String route) {
        this.channel = channel;
        this.service = service;
        this.limiter = limiter;
        this.route = route;
        lines = new LineDecoder(settings.requests().maxBodyBytes(), settings.connections());
        Duration idle = settings.connections().idleTimeout();
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(new IdleStateHandler(idle.toNanos(), 0, 0, TimeUnit.NANOSECONDS))
                .addLast(new WriteTimeoutHandler(idle.toNanos(), TimeUnit.NANOSECONDS))
                .addLast(lines).addLast(new FlowControlHandler()).addLast(this);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        awaitLine();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
        awaitingLine = false;
        byte[] line = ByteBufUtil.getBytes(bytes);
        if (!isBlank(line)) {
            TcpMessage message = TcpMessage.of(line, address());
            if (message.isAct()) {
                start(message);
            }
        }
        channel.eventLoop().execute(this::awaitLine); // deferred, because reading calls this method again
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private String address() {
        InetSocketAddress client = channel.remoteAddress();
        return client.getAddress().getHostAddress();
    }

    /** Reads the next line if there is room for another message. */
    private void awaitLine() {
        if (!awaitingLine && !inputEnded && free.availablePermits() > 0) {
            awaitingLine = true;
            channel.read();
        }
    }

    /** Reads on if no complete line has arrived yet. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (awaitingLine) {
            channel.read();
        }
    }

    private void start(TcpMessage message) {
        long begin = System.nanoTime();
        free.acquireUninterruptibly(); // never blocks: a line is read only if a permit is free
        Thread.ofVirtual().name("seneca").start(() -> process(message, begin));
    }

    private void process(TcpMessage message, long begin) {
        try {
            SenecaExchange exchange = new SenecaExchange(service, message);
            SenecaReply reply = reply(exchange);
            log(message, exchange, reply, begin);
            if (!channel.isActive()) {
                LOG.debug("A client disconnected before its reply");
                return;
            }
            ChannelFuture sent = message.awaitsReply()
                    ? channel.writeAndFlush(Unpooled.wrappedBuffer(TcpReply.line(message, reply)))
                    : channel.newSucceededFuture();
            sent.addListener(_ -> release());
        } catch (RuntimeException | Error failed) {
            close(); // otherwise the client would wait for a reply that never comes
            throw failed;
        }
    }

    private void log(TcpMessage message, SenecaExchange exchange, SenecaReply reply, long begin) {
        if (AccessLog.isEnabled()) {
            AccessLog.log(new AccessLog.Entry("TCP", route, reply.status(), begin, exchange.caller(), message.address(),
                    exchange.correlationId(), Objects.requireNonNullElse(exchange.traceId(), "")));
        }
    }

    private SenecaReply reply(SenecaExchange exchange) {
        if (stopping || !limiter.acquire()) {
            String reason = stopping ? "The service is stopping" : ConcurrencyLimiter.REJECTION;
            return new FailureReply(
                    SenecaFailures.error(new ServiceUnavailableException(reason, null), exchange.correlationId()));
        }
        try {
            return exchange.run();
        } finally {
            limiter.release();
        }
    }

    private void release() {
        free.release();
        awaitLine();
        closeIfDone();
    }

    /** Stops reading. Messages received so far are still answered. */
    private void endInput() {
        inputEnded = true;
        closeIfDone();
    }

    private void closeIfDone() {
        if (inputEnded && isIdle()) {
            close();
        }
    }

    private boolean isIdle() {
        return free.availablePermits() == MAX_IN_FLIGHT;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        switch (event) {
            case ChannelInputShutdownEvent _ -> endInput();
            // A client may be silent while it waits for a reply.
            case IdleStateEvent _ when lines.isWithinLine() || isIdle() -> close();
            default -> {
                // Ignored.
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failed) {
        // Without the exception's message: it may quote the client.
        LOG.debug("Closing a connection: {}", failed.getClass().getSimpleName());
        if (failed instanceof WriteTimeoutException) {
            // Discards the data that the operating system still buffers for a client that does not read.
            channel.config().setSoLinger(0);
            close();
        } else {
            endInput();
        }
    }

    /** Rejects further messages. */
    public void stopAccepting() {
        stopping = true;
    }

    /**
     * Waits for the messages in flight, then closes the output, so that the client expects no more replies.
     *
     * @return whether all messages were answered in time
     */
    public boolean drain(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(MAX_IN_FLIGHT, longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        free.release(MAX_IN_FLIGHT);
        ChannelFuture _ = channel.shutdownOutput();
        return true;
    }

    /** Waits until the client closes the connection or the time is over, then closes it. */
    public void awaitClose(Duration longest) throws InterruptedException {
        channel.closeFuture().await(longest.toNanos(), TimeUnit.NANOSECONDS);
        close();
    }

    private void close() {
        ChannelFuture _ = channel.close();
    }
}
