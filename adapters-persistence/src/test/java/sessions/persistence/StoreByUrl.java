package sessions.persistence;

import sessions.domain.port.driven.SessionStore;
import sessions.persistence.file.FileSessionStore;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.testkit.Fixtures;

/** Opens the store of a URL, as the program does. */
public final class StoreByUrl {

    private StoreByUrl() {
    }

    public static SessionStore open(String url) {
        return FileSessionStore.accepts(url)
                ? FileSessionStore.open(url, Fixtures.ONE_HOUR)
                : JdbiSessionStore.open(url, null, null);
    }
}
