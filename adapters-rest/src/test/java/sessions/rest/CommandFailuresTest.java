package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.server.HttpCalls;

/** Faults behind the API: the error that the caller gets, and the log lines. */
class CommandFailuresTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing(); // captures the diagnostic context of the logging thread
            super.append(line);
        }
    };

    @BeforeEach
    void listen() {
        log.start();
        logger().setLevel(Level.DEBUG);
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @Test
    void outageReturns503AndIsLogged() {
        HttpCalls.Reply reply = callWith(() -> {
            throw new StoreUnavailableException("The store could not read a session", new SQLException("secret host"));
        });
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(log.list).filteredOn(line -> line.getLevel().equals(Level.WARN)).singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNull())
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("The store could not read a session: java.sql.SQLException: secret host");
        assertThat(reply.body()).isEqualTo("{\"code\":\"STORE_UNAVAILABLE\",\"status\":503,\"category\":\"NoResponse\","
                + "\"message\":\"The store could not read a session\",\"name\":\"STORE_UNAVAILABLE\","
                + "\"correlation_id\":\"corr\"}");
    }

    @Test
    void storeFaultRevealsNoDetails() {
        HttpCalls.Reply reply = callWith(() -> {
            throw new StoreFailedException("The store could not read a session", new SQLException("secret table"));
        });
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("\"code\":\"INTERNAL\"").doesNotContain("secret");
    }

    @Test
    void unexpectedExceptionRevealsNoDetails() {
        HttpCalls.Reply reply = callWith(() -> {
            throw new IllegalStateException("secret");
        });
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("\"code\":\"INTERNAL\"", "corr").doesNotContain("secret", "Illegal");
    }

    @Test
    void illegalArgumentExceptionIsAnInternalError() {
        assertThat(callWith(() -> {
            throw new IllegalArgumentException("secret");
        }).status()).isEqualTo(500);
    }

    @Test
    void jvmErrorReturns500() {
        HttpCalls.Reply reply = callWith(() -> {
            throw new StackOverflowError("secret");
        });
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body()).contains("\"code\":\"INTERNAL\"", "corr").doesNotContain("secret");
    }

    private HttpCalls.Reply callWith(Supplier<SessionV1> behavior) {
        HttpCalls.Reply reply;
        try (HttpApiFixture api = HttpApiFixture.start(new FailingSessions(behavior))) {
            reply = api.calls().send("POST", "/v1/sessions/close_expired_sessions",
                    Map.of("X-Correlation-Id", "corr"), new byte[0]);
            assertThat(api.calls().get("/heartbeat").status()).isEqualTo(200);
        }
        // Check only after the API is closed: the line of a request may be written after its response.
        assertThat(log.list).filteredOn(line -> !line.getFormattedMessage().contains("/heartbeat")).isNotEmpty()
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", "corr"))
                .anySatisfy(line -> assertThat(line.getThrowableProxy()).isNotNull());
        return reply;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("sessions");
    }
}
