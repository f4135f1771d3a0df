package sessions.grpc.netty;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The open connections: their number, and the connection of each call, so that it can be closed. */
public final class OpenConnections {

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Endpoints, Channel> open = new ConcurrentHashMap<>();

    /** Adds a connection and returns true; returns false if the limit is reached. */
    boolean tryAdd(Channel connection, int limit) {
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            return false;
        }
        Endpoints endpoints = new Endpoints(connection.localAddress(), connection.remoteAddress());
        open.put(endpoints, connection);
        connection.closeFuture().addListener(_ -> {
            open.remove(endpoints, connection);
            count.decrementAndGet();
        });
        return true;
    }

    public int count() {
        return count.get();
    }

    /**
     * Closes a call's connection immediately, even if its client does not read. Has no effect if it is already closed.
     *
     * @param call the attributes of the call
     */
    public void close(Attributes call) {
        Channel connection = open.get(new Endpoints(call.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR),
                call.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)));
        if (connection != null) {
            // Bypasses the HTTP/2 handlers, which would wait for the calls in flight.
            ChannelFuture _ = connection.pipeline().firstContext().close();
        }
    }

    /** The two addresses that identify a connection. */
    private record Endpoints(@Nullable SocketAddress local, @Nullable SocketAddress remote) {
    }
}
