package sessions.grpc.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;

/** Takes so many connections; further ones are ended as soon as they come. */
final class BoundedServerChannel extends NioServerSocketChannel {

    private final int most;
    private final OpenConnections open;

    /** @param open knows those that are open */
    BoundedServerChannel(int most, OpenConnections open) {
        this.most = most;
        this.open = open;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int count = super.doReadMessages(accepted);
        if (count > 0 && accepted.getLast() instanceof Channel connection && !open.take(connection, most)) {
            accepted.removeLast();
            connection.unsafe().closeForcibly();
            return 0;
        }
        return count;
    }
}
