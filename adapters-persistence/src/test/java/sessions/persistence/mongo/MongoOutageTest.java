package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** Failures of the server surface as exceptions of the domain only. */
@Tag("slow")
@Timeout(60)
class MongoOutageTest {

    private static final IdempotencyRecord RECORD = new IdempotencyRecord("a".repeat(64), "b".repeat(64),
            SessionId.random(),
            NOON);

    @Test
    void storeIsUnavailableWhileTheServerIsDownAndRecovers() {
        MongoWireServer server = MongoWireServer.start();
        int port = server.port();
        try (SessionStore store = open(server.url("app") + "?serverSelectionTimeoutMS=2000")) {
            store.sessions().insert(session("user", NOON));
            server.close();
            assertThatThrownBy(() -> store.sessions().insert(session("user", NOON)))
                    .isInstanceOf(StoreUnavailableException.class).hasMessage("The store could not open a session");
            assertThatThrownBy(store::check).isInstanceOf(StoreUnavailableException.class);
            try (MongoWireServer _ = MongoWireServer.startAt(port)) {
                SessionV1 session = session("user", NOON);
                insertOnceBack(store, session);
                assertThat(store.sessions().find(session.id(), NOON)).contains(session);
            }
        }
    }

    @Test
    void callersFailSoonDuringAnOutageAndSucceedSoonAfterIt() {
        MongoWireServer server = MongoWireServer.start();
        int port = server.port();
        try (SessionStore store = open(server.url("app"))) {
            server.close();
            for (int attempt = 0; attempt < 5; attempt++) {
                long since = System.nanoTime();
                assertThatThrownBy(() -> store.sessions().find(SessionId.random(), NOON))
                        .isInstanceOf(StoreUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMillis(3500));
            }
            try (MongoWireServer _ = MongoWireServer.startAt(port)) {
                long since = System.nanoTime();
                insertOnceBack(store, session("user", NOON));
                assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
            }
        }
    }

    @Test
    void openingWaitsForAServerThatIsStarting() throws IOException {
        int port;
        try (MongoWireServer gone = MongoWireServer.start()) {
            port = gone.port();
        }
        String url = "mongodb://127.0.0.1:" + port + "/app";
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SessionStore> opening = executor.submit(() -> open(url));
            try (ServerSocket notYet = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                notYet.setSoTimeout(60_000);
                notYet.accept().close();
                notYet.accept().close();
            }
            try (MongoWireServer _ = MongoWireServer.startAt(port)) {
                assertThat(opening).succeedsWithin(Duration.ofMinutes(1));
                opening.resultNow().close();
            }
        }
    }

    /** Retries, because calls may get a dead connection. */
    private static void insertOnceBack(SessionStore store, SessionV1 session) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                store.sessions().insert(session);
                return;
            } catch (StoreUnavailableException away) {
                assertThat(away).hasMessage("The store could not open a session");
            }
        }
    }

    @Test
    void missingServerIsUnavailable() {
        int port;
        try (MongoWireServer gone = MongoWireServer.start()) {
            port = gone.port();
        }
        assertThatThrownBy(() -> open("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=200"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void closedStoreRejectsEveryCall() {
        SessionStore store = open(MongoWireServer.newDatabase());
        store.close();
        store.close();
        for (Runnable call : List.<Runnable>of(store::check, () -> store.sessions().insert(session("user", NOON)),
                () -> store.sessions().find(SessionId.random(), NOON),
                () -> store.sessions().change(SessionId.random(), new SessionChange.Touch(NOON, null), ONE_HOUR),
                () -> store.lists().list(SessionFilter.ALL, NOON, 0, 1),
                () -> store.lists().count(SessionFilter.ALL, NOON),
                () -> store.hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON),
                () -> store.idempotency().insertOnce(session("user", NOON), RECORD, NOON),
                () -> store.idempotency().removeExpired(NOON, 1),
                () -> store.lists().listAfter(null, SessionFilter.ALL, NOON, 1),
                () -> store.copies().readAfter(null, SessionFilter.ALL, NOON, 1),
                () -> store.copies().findAll(List.of(SessionId.random()), NOON),
                () -> store.copies().insertMissing(List.of(session("user", NOON))),
                () -> store.removal().removeEnded(NOON, NOON, 1),
                () -> store.removal().countEnded(NOON, NOON), () -> store.removal().removeOfUser("user", 1),
                () -> store.closing().closeMatching(SessionFilter.ALL, NOON, null, 1),
                () -> store.closing().closeExpired(NOON, 1),
                () -> store.sessions().delete(SessionId.random(), NOON, null))) {
            assertThatThrownBy(call::run).isInstanceOf(StoreUnavailableException.class);
        }
    }

    /** The server's messages quote a duplicate key, and the value that it could not increment. */
    @Test
    void failuresShowNoValues() {
        String url = MongoWireServer.newDatabase();
        try (SessionStore store = open(url)) {
            SessionV1 session = session("secret user", NOON);
            store.sessions().insert(session);
            assertShowsNoValues(session, () -> store.sessions().insert(session));
            RawSessions.execute(url, sessions -> sessions.updateOne(new BsonDocument(),
                    BsonDocument.parse("{$set: {version: 'secret'}}")));
            assertShowsNoValues(session, () -> store.sessions().change(session.id(),
                    new SessionChange.StoreData(new Json("\"secret\""), NOON, null), ONE_HOUR));
            assertShowsNoValues(session,
                    () -> store.closing().closeMatching(SessionFilter.ofUser("secret user"), NOON, null, 1));
        }
        RawSessions.drop(url);
    }

    private static void assertShowsNoValues(SessionV1 session, Runnable call) {
        Throwable fault = catchThrowable(call::run);
        assertThat(fault).isInstanceOf(StoreFailedException.class);
        StringWriter log = new StringWriter();
        fault.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).contains("MongoDB returned the error").doesNotContain(session.id().value())
                .doesNotContain("secret");
    }

    private static SessionStore open(String url) {
        return StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR);
    }
}
