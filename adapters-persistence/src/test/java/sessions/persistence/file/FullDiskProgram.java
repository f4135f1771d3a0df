package sessions.persistence.file;

import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.util.ArrayList;
import java.util.List;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreByUrl;

/**
 * A program that opens sessions until its store rejects one. It prints {@code open}, each acknowledged id, {@code full}
 * and the number of sessions; then it removes the first session and opens one more.
 */
final class FullDiskProgram {

    private FullDiskProgram() {
    }

    public static void main(String[] args) {
        try (SessionStore store = StoreByUrl.open(args[0])) {
            System.out.println("open");
            List<SessionV1> opened = new ArrayList<>();
            fill(store, opened);
            System.out.println("full");
            System.out.println(StoreFolder.count(store));
            store.sessions().delete(opened.getFirst().id(), NOON, null);
            System.out.println("removed " + opened.getFirst().id().value());
            SessionV1 last = StoreFolder.inserted(store);
            System.out.println("opened");
            System.out.println(last.id().value());
        }
    }

    private static void fill(SessionStore store, List<SessionV1> opened) {
        try {
            while (true) {
                SessionV1 session = session("user", NOON);
                store.sessions().insert(session);
                opened.add(session);
                System.out.println(session.id().value());
            }
        } catch (StoreUnavailableException full) {
            return;
        }
    }
}
