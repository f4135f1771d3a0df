package sessions.application.observe;

import java.io.IOException;
import java.io.OutputStream;
import sessions.domain.port.driven.BulkClosing;
import sessions.domain.port.driven.BulkRemoval;
import sessions.domain.port.driven.HourlyCounts;
import sessions.domain.port.driven.IdempotencyRecords;
import sessions.domain.port.driven.SessionCopies;
import sessions.domain.port.driven.SessionLists;
import sessions.domain.port.driven.SessionRecords;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.Telemetry;

/** Reports each call of a store to telemetry. */
public final class ObservedStore implements SessionStore {

    private final SessionStore store;
    private final StoreCalls calls;

    public ObservedStore(SessionStore store, Telemetry telemetry) {
        this.store = store;
        this.calls = new StoreCalls(telemetry);
    }

    @Override
    public SessionRecords sessions() {
        return new ObservedRecords(store.sessions(), calls);
    }

    @Override
    public SessionLists lists() {
        return new ObservedLists(store.lists(), calls);
    }

    @Override
    public IdempotencyRecords idempotency() {
        return new ObservedIdempotencyRecords(store.idempotency(), calls);
    }

    @Override
    public BulkClosing closing() {
        return new ObservedBulkClosing(store.closing(), calls);
    }

    @Override
    public BulkRemoval removal() {
        return new ObservedBulkRemoval(store.removal(), calls);
    }

    @Override
    public HourlyCounts hours() {
        return new ObservedHourlyCounts(store.hours(), calls);
    }

    @Override
    public SessionCopies copies() {
        return new ObservedCopies(store.copies(), calls);
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
