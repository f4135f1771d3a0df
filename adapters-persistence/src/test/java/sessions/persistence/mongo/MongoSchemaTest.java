package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.persistence.SchemaPart.State.APPLIED;
import static sessions.persistence.SchemaPart.State.CHANGED;
import static sessions.persistence.SchemaPart.State.ONGOING;
import static sessions.persistence.SchemaPart.State.PENDING;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.Migration;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** Shows the state of a database's indexes and of sessions of the original, without changing them. */
class MongoSchemaTest {

    private static final String OF_ORIGINAL = "{_id: '0123456789abcdef0123456789abcdef', user_id: 'u', active: true,"
            + " open_time: ISODate('2026-01-01T00:00:00Z'), request_time: ISODate('2026-01-01T00:00:00Z')}";

    private final String url = MongoWireServer.newDatabase();

    @AfterEach
    void drop() {
        RawSessions.drop(url);
    }

    @Test
    void allIndexesOfAnEmptyDatabaseArePending() {
        assertThat(schema(new StoreSettings(url, null, null))).hasSize(6).extracting(SchemaPart::state)
                .containsOnly(PENDING);
        assertThat(RawSessions.<Integer>query(url, sessions -> sessions.listIndexes().into(new ArrayList<>()).size()))
                .isZero();
    }

    @Test
    void allIndexesOfAStoreAreApplied() {
        StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR).close();
        assertThat(schema(new StoreSettings(url, null, null))).hasSize(6).extracting(SchemaPart::state)
                .containsOnly(APPLIED);
    }

    @Test
    void indexWithAnotherOrderIsChanged() {
        RawSessions.execute(url, sessions -> sessions.createIndex(
                Indexes.ascending(DocumentKeys.OPEN_TIME, DocumentKeys.ID),
                new IndexOptions().name("sessions_newest")));
        assertThat(schema(new StoreSettings(url, null, null)))
                .contains(new SchemaPart("sessions_newest", "index", CHANGED));
    }

    @Test
    void sweepsMigrateSessionsOfTheOriginalIfAnOperatorMigrates() {
        RawSessions.execute(url, sessions -> sessions.insertOne(BsonDocument.parse(OF_ORIGINAL)));
        try (SessionStore store = StoreProviders
                .open(new StoreSettings(url, null, null).withMigration(Migration.BY_OPERATOR), ONE_HOUR)) {
            assertThat(schema(new StoreSettings(url, null, null)))
                    .contains(new SchemaPart("documents", "1 sessions of the original", ONGOING),
                            new SchemaPart("claims", "index", PENDING));
            store.closing().closeExpired(NOON, 10);
        }
        assertThat(schema(new StoreSettings(url, null, null))).hasSize(6);
    }

    private static List<SchemaPart> schema(StoreSettings store) {
        return StoreProviders.of(store).schema(store);
    }
}
