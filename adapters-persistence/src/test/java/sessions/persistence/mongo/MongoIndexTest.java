package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Concurrently;
import sessions.testkit.server.MongoWireServer;

class MongoIndexTest {

    private final String url = MongoWireServer.newDatabase();

    @AfterEach
    void drop() {
        RawSessions.drop(url);
    }

    @Test
    void instancesThatStartTogetherCreateTheIndexesOnce() {
        Concurrently.run(8, _ -> () -> {
            open().close();
            return true;
        });
        List<String> names = RawSessions.query(url, sessions -> sessions.listIndexes(BsonDocument.class)
                .map(index -> index.getString("name").getValue()).into(new ArrayList<>()));
        assertThat(names).containsExactlyInAnyOrder("_id_", "sessions_newest", "sessions_of_user",
                "sessions_active_by_end", "sessions_by_end", "claims", "claims_forgotten");
    }

    @Test
    void removedSessionLeavesATombstone() {
        try (SessionStore store = open()) {
            SessionV1 session = session("user", NOON);
            IdempotencyRecord record = new IdempotencyRecord("k".repeat(64), "h".repeat(64), session.id(),
                    NOON.plusSeconds(9));
            store.idempotency().insertOnce(session, record, NOON);
            store.sessions().delete(session.id(), NOON, null);
            BsonDocument left = RawSessions.query(url, sessions -> sessions.find().first());
            assertThat(left.keySet()).containsExactlyInAnyOrder("_id", "claim");
            assertThat(left.get("_id")).isEqualTo(new BsonString(session.id().value()));
            assertThat(store.copies().insertMissing(List.of(session))).as("a session that is added again").isEqualTo(1);
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
            store.removal().removeOfUser("user", 1);
            assertThat(store.idempotency().removeExpired(NOON.plusSeconds(9), 10)).isEqualTo(1);
            assertThat(RawSessions.<Long>query(url, sessions -> sessions.countDocuments())).isZero();
        }
    }

    private SessionStore open() {
        return StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR);
    }
}
