package sessions.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import sessions.testkit.Concurrently;

class BufferedAccessLogAppenderTest {

    private static final int THREADS = 8;

    /** More than the buffer holds. */
    private static final int LINES = 20_000;

    private final Logger logger = (Logger) LoggerFactory.getLogger("sessions.access.test");
    private final ListAppender<ILoggingEvent> others = new ListAppender<>();
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void begin() {
        logger.setLevel(Level.INFO);
        encoder.setContext(logger.getLoggerContext());
        encoder.setPattern("%msg%n");
        encoder.start();
        others.start();
        parent().addAppender(others);
    }

    @AfterEach
    void end() {
        parent().detachAppender(others);
        logger.setLevel(null);
    }

    @Test
    void linesAreWrittenWholeAndInTheOrderOfTheirThread() {
        try (BufferedAccessLogAppender _ = BufferedAccessLogAppender.of(logger, encoder, written)) {
            Concurrently.run(THREADS, thread -> () -> {
                IntStream.range(0, LINES).forEach(line -> logger.info("{} {}", thread, line));
                return thread;
            });
        }
        String[] lines = written.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(THREADS * LINES);
        for (int thread = 0; thread < THREADS; thread++) {
            String start = thread + " ";
            assertThat(lines).filteredOn(line -> line.startsWith(start))
                    .containsExactlyElementsOf(IntStream.range(0, LINES).mapToObj(line -> start + line).toList());
        }
        assertThat(others.list).isEmpty();
    }

    @Test
    void lineLongerThanTheBufferIsWrittenInOrder() {
        String longest = "x".repeat(100_000);
        try (BufferedAccessLogAppender _ = BufferedAccessLogAppender.of(logger, encoder, written)) {
            logger.info("before");
            logger.info(longest);
            logger.info("after");
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("before\n" + longest + "\nafter\n");
    }

    @Test
    void failingStreamGetsTheNextLines() {
        OutputStream failing = new FilterOutputStream(written) {

            private boolean failed;

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                if (!failed) {
                    failed = true;
                    throw new IOException("full");
                }
                out.write(bytes, start, length);
            }
        };
        String longest = "x".repeat(100_000);
        try (BufferedAccessLogAppender _ = BufferedAccessLogAppender.of(logger, encoder, failing)) {
            logger.info(longest);
            logger.info("next");
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("next\n");
    }

    @Test
    void afterCloseLinesAreWrittenLikeOthers() {
        BufferedAccessLogAppender.of(logger, encoder, written).close();
        logger.info("late");
        assertThat(written.size()).isZero();
        assertThat(others.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).isEqualTo("late");
    }

    private static Logger parent() {
        return (Logger) LoggerFactory.getLogger("sessions.access");
    }
}
