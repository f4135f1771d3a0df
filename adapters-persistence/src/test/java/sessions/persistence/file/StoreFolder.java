package sessions.persistence.file;

import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** A folder with a store in the file {@code sessions.json}. */
record StoreFolder(Path path) {

    Path file() {
        return path.resolve("sessions.json");
    }

    Path recordFile() {
        return path.resolve("sessions.json.claims");
    }

    String url() {
        return "file:" + file();
    }

    SessionStore open() {
        return StoreProviders.open(new StoreSettings(url(), null, null), ONE_HOUR);
    }

    void write(String content) throws IOException {
        Files.writeString(file(), content);
    }

    String read() throws IOException {
        return Files.readString(file());
    }

    /** Makes writes of a file fail, by putting a folder in place of its temporary file. */
    static void obstruct(Path file) {
        try {
            Files.createDirectories(obstacle(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void unobstruct(Path file) throws IOException {
        Files.delete(obstacle(file));
        Files.delete(obstacle(file).getParent());
    }

    private static Path obstacle(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp").resolve("obstacle");
    }

    static SessionV1 inserted(SessionStore store) {
        SessionV1 session = session("user", NOON);
        store.sessions().insert(session);
        return session;
    }

    static long count(SessionStore store) {
        return store.lists().count(SessionFilter.ALL, NOON);
    }
}
