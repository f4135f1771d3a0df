package sessions.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import sessions.bootstrap.logging.Logging;
import sessions.persistence.StoreSettings;
import sessions.persistence.file.FileSessionStore;
import sessions.testkit.Fixtures;

/** Corrections of a file are logged although logging is suppressed during start-up. */
class FileRepairLogTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(FileSessionStore.class.getPackageName());
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        Logging.suppress();
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void correctedSessionsOfAFileAreLogged(@TempDir Path folder) throws IOException {
        String closed = "\"active\":false,\"open_time\":\"2020-01-31T08:05:00.123Z\",\"data\":\"s3cret\"}";
        Path file = Files.writeString(folder.resolve("sessions.json"),
                "[{\"id\":\"1ef9e6fb3645446d855d0dd8adfc31fa\",\"user_id\":\"u\"," + closed
                        + ",{\"id\":\"6454c53dba8c4833a080c378f0059f69\"," + closed + "]");
        Stores.open(new StoreSettings("file:" + file, null, null), Fixtures.ONE_HOUR).close();
        String start = "Repaired sessions in " + file + ": ";
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                start + "1 without user_id: set to the empty text",
                start + "2 closed but with content: content dropped",
                start + "2 closed without close_time: set to request_time",
                start + "2 without request_time, or with one before open_time: set to open_time");
    }

    @Test
    void correctedSessionsOnMongoDbAreLogged() {
        assertThat(LoggerFactory.getLogger("sessions.persistence.mongo").isWarnEnabled()).isTrue();
    }
}
