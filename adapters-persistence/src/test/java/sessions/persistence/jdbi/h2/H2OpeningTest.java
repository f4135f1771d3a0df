package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
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

    /** H2 by itself opens a file without its tables as a new, empty database. */
    @ParameterizedTest
    @ValueSource(ints = {8192, 8200, 9000})
    void rejectsAFileThatWasCutOff(int size) throws IOException {
        StoreProviders.open(new StoreSettings(url(""), null, null)).close();
        Path file = folder.resolve("sessions.mv.db");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), size);
        Files.write(file, cut);
        assertRejectedFile("the file " + file + " was cut off and contains no tables any more; restore a backup,"
                + " or move the file away to begin with an empty store");
        assertThat(file).hasBinaryContent(cut);
    }

    @Test
    void rejectsAnEncryptedFileThatWasCutOff() throws IOException {
        StoreSettings settings = new StoreSettings(url(";CIPHER=AES"), "user", "file user");
        StoreProviders.open(settings).close();
        StoreProviders.open(settings).close();
        Path file = folder.resolve("sessions.mv.db");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3 * 4096));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(settings).close()).havingCause()
                .withMessageContaining("was cut off");
    }

    @Test
    void opensAnEmptyFileAndOneWhoseCreationWasInterrupted() throws IOException, SQLException {
        Path file = Files.createFile(folder.resolve("sessions.mv.db"));
        StoreProviders.open(new StoreSettings(url(""), null, null)).close();
        Path other = folder.resolve("other");
        try (Connection _ = DriverManager.getConnection("jdbc:h2:file:" + other)) {
            Files.copy(Path.of(other + ".mv.db"), file, StandardCopyOption.REPLACE_EXISTING);
        }
        StoreProviders.open(new StoreSettings(url(""), null, null)).close();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Path blocking = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings("jdbc:h2:file:" + blocking + "/sessions",
                        null, null)).close())
                .havingCause().withMessage(blocking + " is not a folder");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings("jdbc:h2:file:/proc/nowhere/sessions", null,
                        null)).close())
                .havingCause()
                .withMessage("the file system rejects the folder /proc/nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITE_DELAY=500", "write_delay=0", "LOCK_MODE=0", "FILE_LOCK=NO", "AUTO_SERVER=TRUE"})
    void rejectsParametersThatLoseChanges(String parameter) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(url(";" + parameter), null, null)).close())
                .withMessage("Validation failed: --store must not set " + parameter
                        + ": H2 could lose changes that the service has confirmed");
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

    private void assertRejectedFile(String reason) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(url(""), null, null)).close()).havingCause()
                .withMessage(reason);
    }

    private static void assertRejected(String url, String reason) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(url, null, null)).close())
                .withCauseInstanceOf(SQLException.class).havingCause().withMessage(reason);
    }
}
