package sessions.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops the warning with a stack trace that gRPC's server logs whenever a caller cancels a call whose response is
 * waiting: callers could fill the log with it. Such a call has its access log line. Other warnings of this logger
 * report faults of the library and are kept.
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
