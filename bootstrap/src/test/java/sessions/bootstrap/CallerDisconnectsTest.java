package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** A disconnecting caller is not a service failure and causes no stack trace in the log. */
class CallerDisconnectsTest {

    /** More than the buffers at both ends of a connection hold. */
    private static final int SESSIONS = 60;
    private static final String DATA = "x".repeat(500_000);

    private final Logger log = (Logger) LoggerFactory.getLogger("sessions.rest");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void disconnectedRequestIsLoggedInOneLine() throws IOException {
        try (ServiceFixture service = ServiceFixture.start("memory:", new SettableClock(Fixtures.NOON))) {
            for (int i = 0; i < SESSIONS; i++) {
                String opening = "{\"user_id\":\"u\",\"data\":\"" + DATA + "\"}";
                assertThat(service.calls().command("open_session", opening).status()).isEqualTo(200);
            }
            hangUpAfterTheFirstByte(service.port(), "/v2/users/u/export");
        }
        assertThat(lines.list).satisfiesExactly(line -> {
            assertThat(line.getFormattedMessage())
                    .isEqualTo("The caller disconnected before the end of sessions.jsonl");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    private static void hangUpAfterTheFirstByte(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Closing resets the connection.
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }
}
