package sessions.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.CapturedLog;
import sessions.bootstrap.CommandRun;

/**
 * Messages of libraries during the opening of a store are not logged: they may quote the URL, and the command reports
 * the failure.
 */
class LibraryLogTest {

    private static final String UNREACHABLE = "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=1&s3cret=s3cret";

    @Test
    void openingASecondStoreIsNotLogged(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.json"), "[]");
        try (CapturedLog log = CapturedLog.atDebug()) {
            CommandRun copy = CommandRun.of(Map.of(), "copy", "file:" + file, UNREACHABLE);
            assertThat(copy.exit()).isEqualTo(6);
            assertThat(copy.err()).hasLineCount(1).contains("cannot be opened");
            assertThat(log.lines()).isEmpty();
        }
    }
}
