package sessions.persistence.file;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.store.SessionStoreContract;

class FileSessionStoreTest implements SessionStoreContract {

    private final SessionStore store;

    FileSessionStoreTest(@TempDir Path folder) {
        store = StoreProviders.open(new StoreSettings("file:" + folder.resolve("sessions.json"), null, null),
                Fixtures.ONE_HOUR);
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
