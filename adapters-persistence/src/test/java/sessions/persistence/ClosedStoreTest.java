package sessions.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.BulkClosing;
import sessions.domain.port.driven.BulkRemoval;
import sessions.domain.port.driven.HourlyCounts;
import sessions.domain.port.driven.IdempotencyRecords;
import sessions.domain.port.driven.SessionCopies;
import sessions.domain.port.driven.SessionLists;
import sessions.domain.port.driven.SessionRecords;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;
import sessions.testkit.server.PostgresServer;

/** A closed store rejects calls as an unavailable store does. */
@Timeout(60)
class ClosedStoreTest {

    private static final int THREADS = 10;

    private static final IdempotencyRecord RECORD = new IdempotencyRecord("a".repeat(64), "b".repeat(64),
            SessionId.random(),
            NOON);

    private List<String> urls = List.of();

    @BeforeEach
    void newDatabases(@TempDir Path folder) {
        urls = List.of("jdbc:h2:file:" + folder.resolve("sessions"), "file:" + folder.resolve("sessions.json"),
                "jdbc:h2:mem:closed", PostgresServer.newDatabase());
    }

    @Test
    void rejectsEveryCall() {
        for (String url : urls) {
            SessionStore store = StoreByUrl.open(url);
            store.close();
            for (Runnable call : List.<Runnable>of(store::check, () -> store.sessions().insert(session("user", NOON)),
                    () -> store.sessions().find(SessionId.random(), NOON), () -> touch(store, SessionId.random()),
                    () -> store.lists().list(SessionFilter.ALL, NOON, 0, 1),
                    () -> store.lists().count(SessionFilter.ALL, NOON),
                    () -> store.hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON),
                    () -> store.idempotency().insertOnce(session("user", NOON), RECORD, NOON),
                    () -> store.idempotency().removeExpired(NOON, 1),
                    () -> store.lists().listAfter(null, SessionFilter.ALL, NOON, 1),
                    () -> store.closing().closeMatching(SessionFilter.ALL, NOON, null, 1),
                    () -> store.closing().closeExpired(NOON, 1),
                    () -> store.sessions().delete(SessionId.random(), NOON, null),
                    () -> store.copies().findAll(List.of(SessionId.random()), NOON),
                    () -> store.copies().readAfter(null, SessionFilter.ALL, NOON, 1),
                    () -> store.copies().insertMissing(List.of(session("user", NOON))),
                    () -> store.removal().removeEnded(NOON, NOON, 1), () -> store.removal().countEnded(NOON, NOON),
                    () -> store.removal().removeOfUser("user", 1))) {
                assertThatThrownBy(call::run).as(url).isInstanceOf(StoreUnavailableException.class);
            }
        }
    }

    @Test
    void partsObtainedBeforeRejectCalls() {
        for (String url : urls) {
            SessionStore store = StoreByUrl.open(url);
            SessionRecords sessions = store.sessions();
            SessionLists lists = store.lists();
            IdempotencyRecords idempotency = store.idempotency();
            BulkClosing closing = store.closing();
            BulkRemoval removal = store.removal();
            HourlyCounts hours = store.hours();
            SessionCopies copies = store.copies();
            store.close();
            for (Runnable call : List.<Runnable>of(() -> sessions.find(SessionId.random(), NOON),
                    () -> lists.count(SessionFilter.ALL, NOON), () -> idempotency.removeExpired(NOON, 1),
                    () -> closing.closeExpired(NOON, 1), () -> removal.countEnded(NOON, NOON),
                    () -> hours.count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON),
                    () -> copies.readAfter(null, SessionFilter.ALL, NOON, 1))) {
                assertThatThrownBy(call::run).as(url).isInstanceOf(StoreUnavailableException.class);
            }
        }
    }

    @Test
    void closingAgainDoesNothing() {
        for (String url : urls) {
            SessionStore store = StoreByUrl.open(url);
            store.close();
            store.close();
        }
    }

    /** Stores in files only, where closing does the most. */
    @Test
    void concurrentCallsSucceedOrAreRejected() {
        urls.subList(0, 2).forEach(ClosedStoreTest::closeDuringCalls);
    }

    private static void closeDuringCalls(String url) {
        SessionStore store = StoreByUrl.open(url);
        SessionV1 session = session("user", NOON);
        store.sessions().insert(session);
        CountDownLatch busy = new CountDownLatch(THREADS);
        Concurrently.run(THREADS + 1, i -> () -> {
            if (i == THREADS) {
                busy.await();
                store.close();
            } else {
                assertThatThrownBy(() -> touchForever(store, session.id(), busy))
                        .isInstanceOf(StoreUnavailableException.class);
            }
            return null;
        });
    }

    private static void touchForever(SessionStore store, SessionId id, CountDownLatch busy) {
        while (true) {
            touch(store, id);
            busy.countDown();
        }
    }

    private static void touch(SessionStore store, SessionId id) {
        store.sessions().change(id, new SessionChange.Touch(NOON, null), ONE_HOUR);
    }
}
