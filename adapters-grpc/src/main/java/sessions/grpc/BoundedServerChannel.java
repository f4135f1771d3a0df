package sessions.grpc;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes so many connections; further ones are ended as soon as they come. */
final class BoundedServerChannel extends NioServerSocketChannel {

    private final int most;
    private final AtomicInteger open;

    /** @param open counts those that are open */
    BoundedServerChannel(int most, AtomicInteger open) {
        this.most = most;
        this.open = open;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int count = super.doReadMessages(accepted);
        if (count > 0 && accepted.getLast() instanceof Channel connection && !isTaken(connection)) {
            accepted.removeLast();
            connection.unsafe().closeForcibly();
            return 0;
        }
        return count;
    }

    private boolean isTaken(Channel connection) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        connection.closeFuture().addListener(_ -> open.decrementAndGet());
        return true;
    }
}
