package sessions.persistence.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.IdempotencyRecords;

/**
 * Opens sessions with idempotency records. A record is part of its session's document, so one insert adds both, and a
 * unique index on the key prevents a second record.
 */
record MongoIdempotencyRecords(MongoDatabaseConnection database) implements IdempotencyRecords {

    private static final String KEY = "key";
    private static final String HASH = "hash";
    private static final String FORGOTTEN_AT = "forgotten_at";

    /**
     * Retries if the record that blocked the insert is gone when it is read. If that happens this often, something is
     * wrong.
     */
    private static final int ATTEMPTS = 10;

    private static final Bson ONLY_RECORD = Projections.include(DocumentKeys.CLAIM);
    private static final Bson REMOVE_RECORD = Updates.unset(DocumentKeys.CLAIM);
    private static final Bson IS_TOMBSTONE = Filters.exists(DocumentKeys.OPEN_TIME, false);

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord record, Instant now) {
        BsonDocument document = SessionDocument.of(session).append(DocumentKeys.CLAIM, write(record));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (insert(document)) {
                return Optional.empty();
            }
            Optional<IdempotencyRecord> present = find(record.key());
            if (present.isPresent() && !present.get().isExpired(now)) {
                return present;
            }
            if (isTaken(session.id())) {
                throw new StoreFailedException("The store could not open a session",
                        new IllegalStateException("a session with this id already exists"));
            }
            Bson expired = Filters.and(Filters.eq(DocumentKeys.CLAIM_KEY, record.key()), expired(now));
            database.run("remove an expired idempotency record", _ -> remove(expired));
        }
        throw new StoreFailedException("The store could not open a session", new IllegalStateException(
                "an idempotency record blocked the insert but was missing or expired, " + ATTEMPTS + " times"));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return BatchedDelete.run(limit, wanted -> findExpired(now, wanted),
                ids -> remove(Filters.and(Filters.in(DocumentKeys.ID, ids), expired(now))));
    }

    /** Inserts a document. Returns false if its id or key exists. */
    private boolean insert(BsonDocument document) {
        return database.run("open a session", sessions -> {
            try {
                sessions.insertOne(document);
                return true;
            } catch (MongoException failed) {
                if (MongoErrors.isDuplicate(failed)) {
                    return false;
                }
                throw failed;
            }
        });
    }

    private Optional<IdempotencyRecord> find(String key) {
        return Optional.ofNullable(database.run("read an idempotency record",
                sessions -> sessions.find(Filters.eq(DocumentKeys.CLAIM_KEY, key)).projection(ONLY_RECORD).first()))
                .map(MongoIdempotencyRecords::read);
    }

    private boolean isTaken(SessionId id) {
        return database.run("read a session",
                sessions -> sessions.countDocuments(Filters.eq(DocumentKeys.ID, id.value())) > 0);
    }

    private List<BsonValue> findExpired(Instant now, int limit) {
        List<BsonDocument> found = database.run("find expired idempotency records",
                sessions -> sessions.find(expired(now))
                        .projection(Projections.include(DocumentKeys.ID)).limit(limit).into(new ArrayList<>()));
        return found.stream().map(document -> document.get(DocumentKeys.ID)).toList();
    }

    /** Removes the records from their sessions, and deletes tombstones. */
    private long remove(Bson records) {
        return database.run("remove expired idempotency records",
                sessions -> sessions.deleteMany(Filters.and(records, IS_TOMBSTONE)).getDeletedCount()
                        + sessions
                                .updateMany(Filters.and(records, Filters.exists(DocumentKeys.OPEN_TIME)),
                                        REMOVE_RECORD)
                                .getModifiedCount());
    }

    private static Bson expired(Instant now) {
        return Filters.and(Filters.lte(DocumentKeys.CLAIM_FORGOTTEN_AT, SessionDocument.date(now)),
                SessionConditions.HAS_SESSION_ID);
    }

    private static BsonDocument write(IdempotencyRecord record) {
        return new BsonDocument(KEY, new BsonString(record.key())).append(HASH, new BsonString(record.requestHash()))
                .append(FORGOTTEN_AT, SessionDocument.date(record.expiresAt()));
    }

    private static IdempotencyRecord read(BsonDocument document) {
        BsonDocument record = document.getDocument(DocumentKeys.CLAIM);
        return new IdempotencyRecord(record.getString(KEY).getValue(), record.getString(HASH).getValue(),
                new SessionId(document.getString(DocumentKeys.ID).getValue()),
                SessionDocument.instant(record.getDateTime(FORGOTTEN_AT)));
    }
}
