package sessions.application.observe;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.application.intercept.Interceptor;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.Telemetry;

/** Tells telemetry of each call of a store: which operation, and what became of it. */
public final class ObservedStore implements SessionStore {

    private final SessionStore store;
    private final Telemetry telemetry;

    public ObservedStore(SessionStore store, Telemetry telemetry) {
        this.store = store;
        this.telemetry = telemetry;
    }

    @Override
    public void check() {
        observedAction("check", store::check);
    }

    @Override
    public void insert(SessionV1 session) {
        observedAction("insert", () -> store.insert(session));
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return observed("find", () -> store.find(id, now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return observed("change", () -> store.change(id, change, expiry));
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return observed("list", () -> store.list(filter, now, skip, limit));
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return observed("count", () -> store.count(filter, now));
    }

    @Override
    public List<SessionStatistics.Hour> countByHour(Instant from, int hours, Instant now) {
        return observed("count_by_hour", () -> store.countByHour(from, hours, now));
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return observed("close_expired", () -> store.closeExpired(now, limit));
    }

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord claim, Instant now) {
        return observed("insert_once", () -> store.insertOnce(session, claim, now));
    }

    @Override
    public int removeForgottenClaims(Instant now, int limit) {
        return observed("remove_forgotten_claims", () -> store.removeForgottenClaims(now, limit));
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return observed("list_after", () -> store.listAfter(after, filter, now, limit));
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after,
            int limit) {
        return observed("close_matching", () -> store.closeMatching(filter, now, after, limit));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return observed("delete", () -> store.delete(id, now, expectedVersion));
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return observed("read_after", () -> store.readAfter(after, filter, now, limit));
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return observed("find_all", () -> store.findAll(ids, now));
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return observed("insert_missing", () -> store.insertMissing(sessions));
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return observed("remove_ended", () -> store.removeEnded(before, now, limit));
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return observed("count_ended", () -> store.countEnded(before, now));
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return observed("remove_of_user", () -> store.removeOfUser(userId, limit));
    }

    @Override
    public void backUp(OutputStream out) throws IOException {
        observedAction("back_up", () -> store.backUp(out));
    }

    @Override
    public void close() {
        store.close();
    }

    private <T, E extends Exception> T observed(String operation, Interceptor.Step<T, E> step) throws E {
        return TelemetryOutcome.ending(telemetry.storeCallBegins(operation), step);
    }

    private <E extends Exception> void observedAction(String operation, Interceptor.Action<E> action) throws E {
        boolean _ = this.<Boolean, E>observed(operation, () -> {
            action.run();
            return true;
        });
    }
}
