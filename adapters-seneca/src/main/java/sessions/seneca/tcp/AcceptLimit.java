package sessions.seneca.tcp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections up to a limit. Further connections wait until one closes. */
public final class AcceptLimit extends ChannelInboundHandlerAdapter {

    private final AtomicInteger open = new AtomicInteger();
    private final int limit;

    public AcceptLimit(int limit) {
        this.limit = limit;
    }

    /** Returns the number of open connections. */
    public int open() {
        return open.get();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) throws Exception {
        ChannelConfig listener = ctx.channel().config();
        if (open.incrementAndGet() == limit) {
            listener.setAutoRead(false);
        }
        ((Channel) accepted).closeFuture().addListener(_ -> {
            if (open.getAndDecrement() == limit) {
                listener.setAutoRead(true);
            }
        });
        super.channelRead(ctx, accepted);
    }
}
