package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** An H2 file that cannot be used as a store is rejected when it is opened. */
class H2OpeningTest {

    @TempDir
    private Path folder;

    @Test
    void rejectsAFileThatIsNotWritable() {
        StoreProviders.open(new StoreSettings(url(""), null, null)).close();
        assertRejected(url(";ACCESS_MODE_DATA=r"), "its file or folder cannot be written");
    }

    @Test
    void rejectsAMissingFileThatMustExist() {
        String message = "the store does not exist; create it with 'sessions serve', or check --store";
        assertRejected(url(";IFEXISTS=TRUE"), message);
        StoreSettings existing = new StoreSettings(url(""), null, null).existing();
        assertThatThrownBy(() -> StoreProviders.open(existing).close()).hasStackTraceContaining(message);
        assertThat(folder).isEmptyDirectory();
    }

    /** Repeats, because the file was sometimes locked again late. */
    @Test
    void closingAStoreReleasesItsFile() throws IOException {
        for (int i = 0; i < 30; i++) {
            StoreProviders.open(new StoreSettings(url(""), null, null)).close();
            try (FileChannel file = FileChannel.open(folder.resolve("sessions.mv.db"), StandardOpenOption.WRITE);
                    FileLock lock = file.tryLock()) {
                assertThat(lock).isNotNull();
            }
        }
    }

    private String url(String settings) {
        return "jdbc:h2:file:" + folder.resolve("sessions") + settings;
    }

    private static void assertRejected(String url, String reason) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(url, null, null)).close())
                .withCauseInstanceOf(SQLException.class).havingCause().withMessage(reason);
    }
}
