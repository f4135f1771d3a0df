package sessions.grpc.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;

/** Accepts connections up to a limit; further connections are closed at once. */
final class BoundedServerChannel extends NioServerSocketChannel {

    private final int limit;
    private final OpenConnections open;

    /** @param open counts the open connections */
    BoundedServerChannel(int limit, OpenConnections open) {
        this.limit = limit;
        this.open = open;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int count = super.doReadMessages(accepted);
        if (count > 0 && accepted.getLast() instanceof Channel connection && !open.tryAdd(connection, limit)) {
            accepted.removeLast();
            connection.unsafe().closeForcibly();
            return 0;
        }
        return count;
    }
}
