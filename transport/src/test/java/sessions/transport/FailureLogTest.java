package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.testkit.log.LoggedLines;

class FailureLogTest {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.transport.FailureLogTest");

    @AutoClose
    private final LoggedLines lines = LoggedLines.of(LOG.getName(), Level.INFO);

    @Test
    void outageIsOneLineWithoutStackTrace() {
        log(new StoreUnavailableException("The store does not answer", new IllegalStateException("refused\nmore")));
        ILoggingEvent line = onlyLine();
        assertThat(line.toString())
                .isEqualTo("[WARN] The store does not answer: java.lang.IllegalStateException: refused_more");
        assertThat(line.getThrowableProxy()).isNull();
    }

    @Test
    void internalErrorHasAStackTrace() {
        log(new StoreFailedException("The session could not be read", new IllegalStateException()));
        assertThat(onlyLine().getThrowableProxy()).isNotNull();
    }

    @Test
    void unexpectedErrorIsLoggedWithTheGivenMessage() {
        log(new IllegalStateException("internals"));
        assertThat(onlyLine().toString()).isEqualTo("[ERROR] A request failed");
    }

    @Test
    void rejectionIsNotLogged() {
        log(InvalidDataException.of("user_id", "is required"));
        assertThat(lines.rest()).isEmpty();
    }

    private static void log(RuntimeException failed) {
        FailureLog.log(LOG, "A request failed", failed);
    }

    private ILoggingEvent onlyLine() {
        List<ILoggingEvent> all = lines.rest();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
