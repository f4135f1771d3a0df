package sessions.persistence.mongo;

import org.bson.BsonDateTime;

/** The keys of a session's document: first the original's, then this service's. */
final class DocumentKeys {

    static final String ID = "_id";
    static final String USER_ID = "user_id";
    static final String USER_NAME = "user_name";
    static final String ACTIVE = "active";
    static final String OPEN_TIME = "open_time";
    static final String REQUEST_TIME = "request_time";
    static final String CLOSE_TIME = "close_time";
    static final String ADDRESS = "address";
    static final String CLIENT = "client";
    static final String USER = "user";
    static final String DATA = "data";

    static final String VERSION = "version";
    static final String EXPIRES_AT = "expires_at";
    /**
     * The start of the hour in which the session ended or will expire. An index on it is written once an hour, not with
     * each request. A document of the original does not have it until it is {@linkplain LegacyDocumentMigration
     * migrated}.
     */
    static final String END_HOUR = "end_hour";

    /** The idempotency record with which the session was opened. A tombstone has only this and the id. */
    static final String CLAIM = "claim";
    static final String CLAIM_KEY = CLAIM + ".key";
    static final String CLAIM_FORGOTTEN_AT = CLAIM + ".forgotten_at";

    /** Before every possible time. */
    static final BsonDateTime BEGINNING = new BsonDateTime(Long.MIN_VALUE);

    private DocumentKeys() {
    }
}
