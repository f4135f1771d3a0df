package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics.Hour;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** Documents of other programs in the collection are ignored and not changed. */
class ForeignDocumentsTest {

    /** None of these is 32 lower-case hexadecimal digits. */
    private static final List<BsonValue> IDS = List.of(new BsonObjectId(), new BsonString("session-1"),
            new BsonString("A".repeat(32)), new BsonString("a".repeat(31)), new BsonString("a".repeat(32) + "\n"));

    private final String url = MongoWireServer.newDatabase();

    @AfterEach
    void drop() {
        RawSessions.drop(url);
    }

    @Test
    void doNotBlockStartupOrSweeps() {
        addForeign(new BsonDocument());
        try (SessionStore store = open()) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            assertThat(store.closing().closeExpired(NOON, 10)).isEqualTo(new SweptBatch(0, false));
            assertThat(store.closing().closeExpired(session.expiresAt().plusMillis(1), 10))
                    .isEqualTo(new SweptBatch(1, false));
            assertThat(store.removal().removeEnded(NOON.plus(HOUR).plus(HOUR), NOON.plus(HOUR).plus(HOUR), 10))
                    .isEqualTo(1);
        }
        assertThat(foreign()).isEqualTo(documents(new BsonDocument()));
    }

    @Test
    void valuesOutOfRangeFailNothing() {
        SessionId id = SessionId.random();
        BsonDocument document = new BsonDocument("_id", new BsonString(id.value()))
                .append("user_id", new BsonString("u"))
                .append("active", BsonBoolean.TRUE).append("open_time", new BsonDateTime(NOON.toEpochMilli()))
                .append("request_time", new BsonDateTime(Long.MAX_VALUE))
                .append("version", new BsonDecimal128(Decimal128.NaN));
        RawSessions.execute(url, sessions -> sessions.insertOne(document));
        try (SessionStore store = open()) {
            SessionV1 read = store.sessions().find(id, NOON).orElseThrow();
            assertThat(read.requestTime()).isEqualTo(SessionV1.LATEST);
            assertThat(read.version()).isEqualTo(1);
            assertThat(store.closing().closeExpired(NOON, 10)).isEqualTo(new SweptBatch(0, false));
            assertThat(store.lists().list(SessionFilter.ALL, NOON, 0, 10)).hasSize(1);
        }
    }

    @Test
    void neitherShortenPagesNorCount() {
        addForeign(new BsonDocument());
        try (SessionStore store = open()) {
            SessionV1 older = session("user", NOON.minusSeconds(1));
            SessionV1 newer = session("user", NOON.plusSeconds(1));
            store.sessions().insert(older);
            store.sessions().insert(newer);
            assertThat(store.copies().readAfter(null, SessionFilter.ALL, NOON, 2)).containsExactly(newer, older);
            SessionCursor first = new SessionCursor(newer.openTime(), newer.id());
            assertThat(store.lists().listAfter(first, SessionFilter.ALL, NOON, 2))
                    .containsExactly(older.withoutContent());
            assertThat(store.lists().list(SessionFilter.ofUser("user"), NOON, 1, 1))
                    .containsExactly(older.withoutContent());
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isEqualTo(2);
            Instant noon = NOON.truncatedTo(ChronoUnit.HOURS);
            assertThat(store.hours().count(noon.minus(HOUR), 2, NOON))
                    .containsExactly(new Hour(noon.minus(HOUR), 1, 0), new Hour(noon, 1, 0));
        }
    }

    @Test
    void areNotChangedEvenIfTheyHaveOurKeys() {
        BsonDocument ours = new BsonDocument("expires_at", date(0)).append("end_hour", date(0)).append("claim",
                new BsonDocument("forgotten_at", date(0)));
        addForeign(ours);
        try (SessionStore store = open()) {
            assertThat(store.closing().closeExpired(NOON, 10)).isEqualTo(new SweptBatch(0, false));
            assertThat(store.removal().countEnded(NOON, NOON)).isZero();
            assertThat(store.removal().removeEnded(NOON, NOON, 10)).isZero();
            assertThat(store.idempotency().removeExpired(NOON, 10)).isZero();
            assertThat(store.removal().removeOfUser("user", 10)).isZero();
            assertThat(store.closing().closeMatching(SessionFilter.ALL, NOON, null, 10).closed()).isZero();
        }
        assertThat(foreign()).isEqualTo(documents(ours));
    }

    @Test
    void foreignVersionIsReadAsTheFirst() {
        SessionV1 session = session("user", NOON);
        try (SessionStore store = open()) {
            store.sessions().insert(session);
            RawSessions.execute(url, sessions -> sessions.updateMany(new BsonDocument(),
                    BsonDocument.parse("{$set: {version: '1.0'}}")));
            assertThat(store.copies().readAfter(null, SessionFilter.ALL, NOON, 2)).containsExactly(session);
        }
    }

    private SessionStore open() {
        return StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR);
    }

    private void addForeign(BsonDocument more) {
        RawSessions.execute(url, sessions -> sessions.insertMany(documents(more)));
    }

    private List<BsonDocument> foreign() {
        return RawSessions.query(url, sessions -> sessions.find().into(new ArrayList<>()));
    }

    private static List<BsonDocument> documents(BsonDocument more) {
        return IDS.stream().map(id -> {
            BsonDocument document = new BsonDocument("_id", id).append("user_id", new BsonString("user"))
                    .append("active", BsonBoolean.TRUE).append("open_time", date(NOON.toEpochMilli()));
            document.putAll(more);
            return document;
        }).toList();
    }

    private static BsonDateTime date(long millis) {
        return new BsonDateTime(millis);
    }
}
