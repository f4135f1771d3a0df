package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProcess;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Opens valid and invalid files as stores. */
@Timeout(60)
class FileOpeningTest {

    private static final String SESSION = "{\"id\":\"1ef9e6fb3645446d855d0dd8adfc31fa\",\"user_id\":\"1\","
            + "\"active\":true,\"open_time\":\"2020-01-31T08:05:00.123Z\"}";

    private StoreFolder folder = new StoreFolder(Path.of(""));

    @BeforeEach
    void newFolder(@TempDir Path path) {
        folder = new StoreFolder(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "[S | cannot be read: The JSON is malformed at line 1, column 110",
            "hello | cannot be read: The JSON is malformed",
            "[S] [] | cannot be read: There is text after the end of the JSON at line 1, column 112",
            "[S,5] | cannot be read: element 2, on line 1, is invalid: Validation failed: body must be"
                    + " a JSON object",
            "[S,S] | cannot be read: element 2, on line 1, is invalid: has the same id as an earlier element",
            "{\"a\":S,\"b\":{}} | cannot be read: element 2, on line 1, is invalid: Validation failed: _id"
                    + " is missing"})
    void rejectsInvalidContentAndDoesNotChangeTheFile(String content, String message) throws IOException {
        String text = content.replace("S", SESSION);
        folder.write(text);
        assertRejected(folder.file() + " " + message);
        assertThat(folder.read()).isEqualTo(text);
        folder.write("[]");
        folder.open().close();
    }

    @Test
    void rejectsOtherEncodingsAndDoesNotChangeTheFile() throws IOException {
        byte[] latin = ("[" + SESSION.replace("\"1\"", "\"é\"") + "]").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.file(), latin);
        assertRejected(folder.file() + " cannot be read: The text is not UTF-8");
        assertThat(folder.file()).hasBinaryContent(latin);
    }

    @Test
    void rejectsAnInvalidFileOfRecords() throws IOException {
        Files.writeString(folder.recordFile(), "[{\"key\":\"k\"}]");
        assertRejected(
                folder.recordFile() + " cannot be read: element 1, on line 1, is invalid: Validation failed:"
                        + " session_id is missing");
    }

    @Test
    void rejectsAFolder() throws IOException {
        Files.createDirectory(folder.file());
        assertRejected("it is not a writable file");
    }

    @Test
    void rejectsAParentThatIsAFile() throws IOException {
        folder.write("[]");
        assertThatThrownBy(() -> StoreProviders
                .open(new StoreSettings("file:" + folder.file().resolve("x.json"), null, null), ONE_HOUR))
                .cause().hasMessage(folder.file() + " is not a folder");
    }

    @Test
    void rejectsAMissingStoreThatMustExist() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(folder.url(), null, null).existing(), ONE_HOUR))
                .havingCause().withMessage("the store does not exist; create it with 'sessions serve', or check"
                        + " --store");
        assertThat(folder.path()).isEmptyDirectory();
        folder.open().close();
        assertThat(folder.file()).as("before the first change").doesNotExist();
        StoreProviders.open(new StoreSettings(folder.url(), null, null).existing(), ONE_HOUR).close();
    }

    @Test
    void rejectsAStoreThatAnotherProcessHasOpen() throws IOException {
        try (StoreProcess holder = StoreProcess.start(folder.url(), 0)) {
            assertRejected("another process has it open, probably a running service");
            holder.kill();
        }
        folder.open().close();
    }

    @Test
    void rejectsASecondOpeningInThisProcessUnderAnyName() throws IOException {
        Path link = Files.createSymbolicLink(folder.path().resolve("link.json"), Path.of("sessions.json"));
        try (SessionStore store = folder.open()) {
            assertRejected("this process already has it open");
            assertThatThrownBy(() -> StoreProviders.open(new StoreSettings("file:" + link, null, null), ONE_HOUR))
                    .rootCause().hasMessage("this process already has it open");
            try (StoreProcess other = StoreProcess.start(LockProgram.class, folder.url())) {
                assertThat(other.output().readLine()).as("after the failed attempts").isEqualTo("rejected");
            }
            StoreFolder.inserted(store);
        }
        folder.open().close();
    }

    @Test
    void linkToTheFileStaysALink() throws IOException {
        Files.createDirectory(folder.path().resolve("real"));
        Path target = folder.path().resolve("real/target.json");
        Files.createSymbolicLink(folder.file(), Path.of("real/target.json"));
        for (int count = 0; count < 2; count++) {
            try (SessionStore store = folder.open()) {
                assertThat(StoreFolder.count(store)).isEqualTo(count);
                StoreFolder.inserted(store);
            }
        }
        assertThat(folder.file()).isSymbolicLink();
        assertThat(target).isRegularFile();
    }

    @Test
    void rejectsALoopOfLinks() throws IOException {
        Files.createSymbolicLink(folder.file(), folder.file());
        assertThatThrownBy(folder::open).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void createsFoldersAndFilesThatOnlyTheOwnerCanRead() throws IOException {
        StoreFolder deep = new StoreFolder(folder.path().resolve("a/b"));
        try (SessionStore store = deep.open()) {
            StoreFolder.inserted(store);
        }
        for (Path file : new Path[]{deep.file(), deep.path().resolve("sessions.json.lock")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(deep.path().resolve("sessions.json.tmp")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rwxrw-rw-"})
    void keepsThePermissionsOfTheFile(String permissions) throws IOException {
        folder.write("[]");
        Files.setPosixFilePermissions(folder.file(), PosixFilePermissions.fromString(permissions));
        try (SessionStore store = folder.open()) {
            StoreFolder.inserted(store);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file()))).isEqualTo(permissions);
    }

    @ParameterizedTest
    @CsvSource({"file:x,true", "file:./data/sessions.json,true", "file:///x,true", "file:x;IFEXISTS=TRUE,false",
            "file:~/x,true",
            "file:,false",
            "file:x/,false", "file:x;A=B,false", "files:x,false", "jdbc:h2:file:x,false", "memory:,false"})
    void acceptsFileUrls(String url, boolean accepted) {
        assertThat(new FileStoreProvider().accepts(url)).isEqualTo(accepted);
    }

    @Test
    void tildeIsTheUsersHome() {
        assertThat(FileStoreProvider.path("file:~/a/b"))
                .isEqualTo(Path.of(System.getProperty("user.home"), "a", "b"));
    }

    private void assertRejected(String message) {
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(folder::open)
                .havingCause().withMessageStartingWith(message);
    }
}
