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

/** Those that are open: how many, and which of them a call came over, so that it can be ended. */
public final class OpenConnections {

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Ends, Channel> open = new ConcurrentHashMap<>();

    /** Takes one more, unless there are as many as may be. */
    boolean take(Channel connection, int most) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return false;
        }
        Ends ends = new Ends(connection.localAddress(), connection.remoteAddress());
        open.put(ends, connection);
        connection.closeFuture().addListener(_ -> {
            open.remove(ends, connection);
            count.decrementAndGet();
        });
        return true;
    }

    public int count() {
        return count.get();
    }

    /**
     * Ends a connection at once, also where its caller takes nothing, unless it is gone already.
     *
     * @param call attributes of a call that came over it
     */
    public void end(Attributes call) {
        Channel connection = open.get(new Ends(call.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR),
                call.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)));
        if (connection != null) {
            // Past the handlers of HTTP/2, which would wait for the calls under way.
            ChannelFuture _ = connection.pipeline().firstContext().close();
        }
    }

    /** Addresses, of which no two connections have the same. */
    private record Ends(@Nullable SocketAddress here, @Nullable SocketAddress there) {
    }
}
