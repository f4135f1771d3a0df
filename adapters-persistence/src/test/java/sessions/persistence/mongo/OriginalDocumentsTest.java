package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.changed;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** A database of the original can be taken over, with its errors repaired, also while the original still writes. */
class OriginalDocumentsTest {

    private final String url = MongoWireServer.newDatabase();
    private final SessionId id = SessionId.random();

    @AfterEach
    void drop() {
        RawSessions.drop(url);
    }

    @Test
    void activeSessionIsServedAndListedAndExpires() {
        add(document());
        try (SessionStore store = open()) {
            SessionV1 expected = new SessionV1(id, "1", "Zoë", true, NOON, null, NOON.plusSeconds(5), "127.0.0.1",
                    "web", new Json("{\"name\":\"x\"}"), new Json("{\"a\":[1,null],\"big\":1700000000000}"), 1,
                    NOON.plusSeconds(5).plus(HOUR));
            assertThat(store.sessions().find(id, NOON)).contains(expected);
            assertThat(store.lists().list(activeIs(true), NOON, 0, 10)).containsExactly(expected.withoutContent());
            assertThat(store.lists().count(activeIs(true), expected.expiresAt().plusMillis(1))).isZero();
            assertThat(store.hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 3, NOON.plusSeconds(9_000)))
                    .containsExactly(new Hour(NOON.truncatedTo(ChronoUnit.HOURS), 1, 0),
                            new Hour(NOON.plus(HOUR).truncatedTo(ChronoUnit.HOURS), 0, 1));
            assertThat(store.closing().closeExpired(NOON.plusSeconds(9_000), 10)).isEqualTo(new SweptBatch(1, false));
        }
    }

    @Test
    void sessionAddedByTheRunningOriginalIsServedChangedAndDeleted() {
        SessionChange first = new SessionChange.StoreData(new Json("1"), NOON.plusSeconds(6), 1L);
        try (SessionStore store = open()) {
            add(document());
            SessionV1 found = store.sessions().find(id, NOON).orElseThrow();
            assertThat(store.lists().list(SessionFilter.ALL, NOON, 0, 10)).containsExactly(found.withoutContent());
            assertThat(store.sessions().change(id, first, ONE_HOUR)).isEqualTo(found.apply(first, ONE_HOUR));
            RawSessions.execute(url, sessions -> sessions.deleteMany(new BsonDocument()));
            add(document());
            assertThat(store.sessions().delete(id, NOON, 2L)).isEqualTo(new ChangeOutcome.Stale(found));
            assertThat(store.sessions().delete(id, NOON, 1L)).isEqualTo(new ChangeOutcome.Changed(found));
        }
    }

    @Test
    void sweepMigratesABoundedBatch() {
        try (SessionStore store = open()) {
            addOthers(5);
            assertThat(store.closing().closeExpired(NOON, 2)).isEqualTo(new SweptBatch(0, true));
            assertThat(store.lists().count(activeIs(true), NOON)).isEqualTo(2);
            assertThat(store.closing().closeExpired(NOON, 2)).isEqualTo(new SweptBatch(0, true));
            assertThat(store.closing().closeExpired(NOON, 2)).isEqualTo(new SweptBatch(0, false));
            assertThat(store.lists().count(activeIs(true), NOON)).isEqualTo(5);
        }
    }

    @Test
    void sweepMigratesSessionsAddedByTheRunningOriginal() {
        try (SessionStore store = open()) {
            add(document());
            assertThat(store.closing().closeExpired(NOON, 10)).isEqualTo(new SweptBatch(0, false));
            assertThat(store.lists().count(activeIs(true), NOON)).isEqualTo(1);
            assertThat(store.closing().closeExpired(NOON.plusSeconds(9_000), 10)).isEqualTo(new SweptBatch(1, false));
        }
    }

    @Test
    void dropsContentOfAClosedSessionAndReadsAMissingUserIdAsEmpty() {
        add(document().append("active", BsonBoolean.FALSE).append("user_id", BsonNull.VALUE)
                .append("close_time", new BsonDateTime(NOON.plusSeconds(7).toEpochMilli())));
        try (SessionStore store = open()) {
            SessionV1 closed = store.sessions().find(id, NOON).orElseThrow();
            assertThat(closed.active()).isFalse();
            assertThat(closed.userId()).isEmpty();
            assertThat(closed.closeTime()).isEqualTo(NOON.plusSeconds(7));
            assertThat(store.removal().countEnded(NOON.plusSeconds(8), NOON.plusSeconds(8))).isEqualTo(1);
            SessionChange touch = new SessionChange.Touch(NOON.plusSeconds(8), null);
            assertThat(store.sessions().change(id, touch, ONE_HOUR)).isEqualTo(new ChangeOutcome.Closed(closed));
        }
        BsonDocument kept = RawSessions.query(url, sessions -> sessions.find().first());
        assertThat(kept.get("user")).isEqualTo(BsonNull.VALUE);
        assertThat(kept.get("data")).isEqualTo(BsonNull.VALUE);
    }

    @Test
    void typesUnknownToJsonAreReadAsText() {
        add(document().append("data", new BsonDocument("when", new BsonDateTime(NOON.toEpochMilli())).append("who",
                new BsonObjectId(new ObjectId("507f1f77bcf86cd799439011")))));
        try (SessionStore store = open()) {
            assertThat(store.sessions().find(id, NOON).orElseThrow().data()).isEqualTo(new Json(
                    "{\"when\":\"2026-03-01T12:00:00.123Z\",\"who\":{\"$oid\": \"507f1f77bcf86cd799439011\"}}"));
        }
    }

    @Test
    void migratesManyDocumentsAndOpeningAgainChangesNothing() {
        addOthers(1_100);
        try (SessionStore store = open(); SessionStore other = open()) {
            assertThat(store.lists().count(activeIs(true), NOON)).isEqualTo(1_100);
            assertThat(other.lists().list(SessionFilter.ofUser("1"), NOON, 0, 10)).hasSize(10)
                    .allSatisfy(session -> assertThat(session.version()).isEqualTo(1));
        }
    }

    @Test
    void newDocumentsHaveTheShapeOfTheOriginal() {
        SessionV1 session = new SessionV1(id, "1", null, true, NOON, null, NOON, "127.0.0.1", null, null,
                new Json("{\"a\":[1,null]}"), 1, NOON.plus(HOUR));
        try (SessionStore store = open()) {
            store.sessions().insert(session);
            BsonDocument added = RawSessions.query(url, sessions -> sessions.find().first());
            assertThat(List.copyOf(added.keySet())).containsExactly("_id", "user_id", "user_name", "active",
                    "open_time", "request_time", "address", "client", "user", "data", "version", "expires_at",
                    "end_hour");
            assertThat(added).containsEntry("_id", new BsonString(id.value()))
                    .containsEntry("user_name", BsonNull.VALUE).containsEntry("user", BsonNull.VALUE)
                    .containsEntry("open_time", new BsonDateTime(NOON.toEpochMilli()))
                    .containsEntry("data", BsonDocument.parse("{a: [1, null]}"));
            changed(store.sessions().change(id, new SessionChange.Close(NOON, null), ONE_HOUR));
            BsonDocument closed = RawSessions.query(url, sessions -> sessions.find().first());
            assertThat(closed).containsEntry("close_time", new BsonDateTime(NOON.toEpochMilli()))
                    .containsEntry("data", BsonNull.VALUE);
        }
    }

    private SessionStore open() {
        return StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR);
    }

    /** Returns a document as the original writes it. */
    private BsonDocument document() {
        return new BsonDocument("_id", new BsonString(id.value())).append("user_id", new BsonString("1"))
                .append("user_name", new BsonString("Zoë")).append("active", BsonBoolean.TRUE)
                .append("open_time", new BsonDateTime(NOON.toEpochMilli()))
                .append("request_time", new BsonDateTime(NOON.plusSeconds(5).toEpochMilli()))
                .append("address", new BsonString("127.0.0.1")).append("client", new BsonString("web"))
                .append("user", BsonDocument.parse("{name: 'x'}"))
                .append("data", BsonDocument.parse("{a: [1, null], big: 1700000000000.0}"));
    }

    private void addOthers(int number) {
        RawSessions.execute(url, sessions -> sessions.insertMany(Stream
                .generate(() -> document().append("_id", new BsonString(SessionId.random().value()))).limit(number)
                .toList()));
    }

    private void add(BsonDocument document) {
        RawSessions.execute(url, sessions -> sessions.insertOne(document));
    }
}
