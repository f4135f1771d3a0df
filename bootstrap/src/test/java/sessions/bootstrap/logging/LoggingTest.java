package sessions.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class LoggingTest {

    @ParameterizedTest
    @CsvSource({
            "io.grpc.netty.NettyServerHandler, Stream Error, DENY",
            "io.grpc.netty.NettyServerHandler, Exception in onDataRead(), NEUTRAL",
            "sessions.bootstrap, Stream Error, NEUTRAL"})
    void cancelledCallsDoNotFillTheLog(String logger, String message, FilterReply reply) {
        Appender<ILoggingEvent> console = ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .getAppender("console");
        LoggingEvent warning = new LoggingEvent("", (Logger) LoggerFactory.getLogger(logger), Level.WARN, message,
                null, null);
        assertThat(console.getFilterChainDecision(warning)).isEqualTo(reply);
    }
}
