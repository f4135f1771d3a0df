package sessions.seneca.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.transport.ConnectionLimits;

/** Splits a connection's input into lines. It fails if a line is too long or arrives below the minimum data rate. */
final class LineDecoder extends LineBasedFrameDecoder {

    private final ConnectionLimits limits;
    private boolean withinLine;
    private long firstByteNanos;

    LineDecoder(int maxLineBytes, ConnectionLimits limits) {
        super(maxLineBytes, true, true);
        this.limits = limits;
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext ctx, ByteBuf input) throws Exception {
        int receivedBytes = input.readableBytes();
        Object line = super.decode(ctx, input);
        if (line != null) {
            withinLine = false;
        } else if (!withinLine) {
            withinLine = true;
            firstByteNanos = System.nanoTime();
        } else if (limits.isTooSlow(receivedBytes, Duration.ofNanos(System.nanoTime() - firstByteNanos))) {
            throw ReadTimeoutException.INSTANCE;
        }
        return line;
    }

    /** Returns whether part of a line has arrived. */
    boolean isWithinLine() {
        return withinLine;
    }
}
