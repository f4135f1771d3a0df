package sessions.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Leaves out what gRPC's server warns of, with a stack, whenever a caller gives up a call whose reply waits for it: callers
 * could fill the log so. Such a call has its line. Other warnings of the same logger are about faults of the library.
 */
final class CancelledStreamLogFilter extends Filter<ILoggingEvent> {

    private static final String LOGGER = "io.grpc.netty.NettyServerHandler";
    private static final String MESSAGE = "Stream Error";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().equals(LOGGER) && MESSAGE.equals(event.getMessage())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
