package sessions.application.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.Telemetry;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.store.SessionStoreContract;

/** An observed store behaves like the store itself, and reports each call. */
class ObservedStoreTest implements SessionStoreContract {

    private final SessionStore store = new ObservedStore(new MemorySessionStore(), Telemetry.NONE);

    @Override
    public SessionStore store() {
        return store;
    }

    @Test
    void eachCallIsReportedUnderItsOwnName() {
        RecordingTelemetry telemetry = new RecordingTelemetry();
        SessionStore observed = new ObservedStore(new MemorySessionStore(), telemetry);
        SessionV1 session = session("user", NOON);
        SessionV1 other = session("user", NOON);
        observed.sessions().insert(session);
        observed.sessions().find(session.id(), NOON);
        observed.sessions().change(session.id(), new SessionChange.Touch(NOON, null), ONE_HOUR);
        observed.sessions().delete(session.id(), NOON, null);
        observed.lists().list(SessionFilter.ALL, NOON, 0, 1);
        observed.lists().listAfter(null, SessionFilter.ALL, NOON, 1);
        observed.lists().count(SessionFilter.ALL, NOON);
        observed.idempotency().insertOnce(other,
                new IdempotencyRecord("a".repeat(64), "b".repeat(64), other.id(), NOON), NOON);
        observed.idempotency().removeExpired(NOON, 1);
        observed.closing().closeExpired(NOON, 1);
        observed.closing().closeMatching(SessionFilter.ALL, NOON, null, 1);
        observed.removal().removeEnded(NOON, NOON, 1);
        observed.removal().countEnded(NOON, NOON);
        observed.removal().removeOfUser("user", 1);
        observed.hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON);
        observed.copies().readAfter(null, SessionFilter.ALL, NOON, 1);
        observed.copies().findAll(List.of(session.id()), NOON);
        observed.copies().insertMissing(List.of(session));
        observed.check();
        assertThat(catchThrowable(() -> observed.backUp(OutputStream.nullOutputStream()))).isNotNull();
        assertThat(telemetry.events()).containsExactly("store insert: ok", "store find: ok", "store change: ok",
                "store delete: ok", "store list: ok", "store list_after: ok", "store count: ok",
                "store insert_once: ok", "store remove_forgotten_claims: ok", "store close_expired: ok",
                "store close_matching: ok", "store remove_ended: ok", "store count_ended: ok",
                "store remove_of_user: ok", "store count_by_hour: ok", "store read_after: ok", "store find_all: ok",
                "store insert_missing: ok", "store check: ok", "store back_up: not_supported");
    }
}
