package sessions.application.observe;

import java.io.IOException;
import java.io.OutputStream;
import sessions.domain.port.driven.ComposedStore;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.Telemetry;

/** Reports each call of a store to telemetry. */
public final class ObservedStore extends ComposedStore {

    private final SessionStore store;
    private final StoreCalls calls;

    public ObservedStore(SessionStore store, Telemetry telemetry) {
        StoreCalls calls = new StoreCalls(telemetry);
        super(new ObservedRecords(store.sessions(), calls), new ObservedLists(store.lists(), calls),
                new ObservedIdempotencyRecords(store.idempotency(), calls),
                new ObservedBulkClosing(store.closing(), calls), new ObservedBulkRemoval(store.removal(), calls),
                new ObservedHourlyCounts(store.hours(), calls), new ObservedCopies(store.copies(), calls));
        this.store = store;
        this.calls = calls;
    }

    @Override
    public void check() {
        calls.observedAction("check", store::check);
    }

    @Override
    public void backUp(OutputStream out) throws IOException {
        calls.observedAction("back_up", () -> store.backUp(out));
    }

    @Override
    public void close() {
        store.close();
    }
}
