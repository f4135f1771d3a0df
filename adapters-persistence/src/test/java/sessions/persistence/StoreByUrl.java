package sessions.persistence;

import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Fixtures;

/** Opens the store of a URL as the program does. */
public final class StoreByUrl {

    private StoreByUrl() {
    }

    public static SessionStore open(String url) {
        return StoreProviders.open(new StoreSettings(url, null, null), Fixtures.ONE_HOUR);
    }
}
