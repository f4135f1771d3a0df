package sessions.persistence.file;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SessionStoreContract;

class FileSessionStoreTest implements SessionStoreContract {

    private final SessionStore store;

    FileSessionStoreTest(@TempDir Path folder) {
        store = FileSessionStore.open("file:" + folder.resolve("sessions.json"), Fixtures.ONE_HOUR);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public SessionStore store() {
        return store;
    }
}
