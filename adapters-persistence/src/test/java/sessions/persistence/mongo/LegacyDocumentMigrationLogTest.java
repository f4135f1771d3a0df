package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionId;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.LoggedMessages;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** The log states how many documents were repaired and why, and how many are foreign, without their ids. */
class LegacyDocumentMigrationLogTest {

    private static final String CLOSED = "active: false, open_time: {$date: '2020-01-31T08:05:00Z'}, data: 's3cret'";
    private static final String ACTIVE = "active: true, user_id: 'u', open_time: {$date: '2026-03-01T12:00:00Z'}";

    private final LoggedMessages lines = LoggedMessages.of("sessions.persistence.mongo");
    private final String url = MongoWireServer.newDatabase();

    @AfterEach
    void stop() {
        lines.close();
        RawSessions.drop(url);
    }

    @Test
    void startupLogsRepairs() {
        add(SessionId.random().value(), CLOSED + ", user_id: 'u'");
        add(SessionId.random().value(), CLOSED);
        add(SessionId.random().value(), ACTIVE + ", close_time: {$date: '2026-03-01T12:00:00Z'}");
        open().close();
        String start = "Repaired sessions of the original: ";
        assertThat(lines.all()).containsExactly(start + "1 without user_id: set to the empty text",
                start + "2 closed but with content: content dropped",
                start + "2 closed without close_time: set to request_time",
                start + "1 active but with close_time: close_time dropped",
                start + "3 without request_time, or with one before open_time: set to open_time");
        assertThat(RawSessions.<Long>query(url,
                sessions -> sessions.countDocuments(BsonDocument.parse("{active: true, close_time: {$exists: true}}"))))
                .isZero();
        open().close();
        assertThat(lines.all()).as("nothing on the second startup").hasSize(5);
    }

    @Test
    void sweepLogsTheNumberOfForeignDocumentsOnce() {
        try (SessionStore store = open()) {
            store.closing().closeExpired(NOON, 10);
            assertThat(lines.all()).isEmpty();
            add("one", ACTIVE);
            add("another", ACTIVE);
            store.closing().closeExpired(NOON, 10);
            store.closing().closeExpired(NOON, 10);
        }
        assertThat(lines.all()).containsExactly("Ignored documents that are not sessions, because their _id is"
                + " not 32 lower-case hexadecimal digits: 2");
    }

    private SessionStore open() {
        return StoreProviders.open(new StoreSettings(url, null, null), ONE_HOUR);
    }

    private void add(String id, String members) {
        BsonDocument document = BsonDocument.parse("{" + members + "}").append("_id", new BsonString(id));
        RawSessions.execute(url, sessions -> sessions.insertOne(document));
    }
}
