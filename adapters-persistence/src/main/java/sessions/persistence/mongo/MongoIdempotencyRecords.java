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
 * Opens sessions under claims. A claim stands in the document of its session, so that one insert adds both, and a unique
 * index keeps a second one out.
 */
final class MongoIdempotencyRecords implements IdempotencyRecords {

    private static final String KEY = "key";
    private static final String HASH = "hash";
    private static final String FORGOTTEN_AT = "forgotten_at";

    /** A claim can be in the way and gone when it is read; so often is no accident. */
    private static final int ATTEMPTS = 10;

    private static final Bson ONLY_CLAIM = Projections.include(DocumentKeys.CLAIM);
    private static final Bson FORGET = Updates.unset(DocumentKeys.CLAIM);
    private static final Bson IS_REST = Filters.exists(DocumentKeys.OPEN_TIME, false);

    private final MongoDatabaseConnection database;

    MongoIdempotencyRecords(MongoDatabaseConnection database) {
        this.database = database;
    }

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
                        new IllegalStateException("there is a session of that id already"));
            }
            Bson expired = Filters.and(Filters.eq(DocumentKeys.CLAIM_KEY, record.key()), expired(now));
            database.run("remove a forgotten claim", _ -> remove(expired));
        }
        throw new StoreFailedException("The store could not open a session", new IllegalStateException(
                "a claim was in the way and not to be found, or forgotten, " + ATTEMPTS + " times"));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return BatchedDelete.run(limit, wanted -> findExpired(now, wanted),
                ids -> remove(Filters.and(Filters.in(DocumentKeys.ID, ids), expired(now))));
    }

    /** False where there is such an id or such a claim. */
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
        return Optional.ofNullable(database.run("read a claim",
                sessions -> sessions.find(Filters.eq(DocumentKeys.CLAIM_KEY, key)).projection(ONLY_CLAIM).first()))
                .map(MongoIdempotencyRecords::read);
    }

    private boolean isTaken(SessionId id) {
        return database.run("read a session",
                sessions -> sessions.countDocuments(Filters.eq(DocumentKeys.ID, id.value())) > 0);
    }

    private List<BsonValue> findExpired(Instant now, int limit) {
        List<BsonDocument> found = database.run("find forgotten claims", sessions -> sessions.find(expired(now))
                .projection(Projections.include(DocumentKeys.ID)).limit(limit).into(new ArrayList<>()));
        return found.stream().map(document -> document.get(DocumentKeys.ID)).toList();
    }

    /** Takes the claims off their sessions; what is left of a removed session goes with its claim. */
    private long remove(Bson records) {
        return database.run("remove forgotten claims",
                sessions -> sessions.deleteMany(Filters.and(records, IS_REST)).getDeletedCount()
                        + sessions.updateMany(Filters.and(records, Filters.exists(DocumentKeys.OPEN_TIME)), FORGET)
                                .getModifiedCount());
    }

    private static Bson expired(Instant now) {
        return Filters.and(Filters.lte(DocumentKeys.CLAIM_FORGOTTEN_AT, SessionDocument.date(now)),
                SessionConditions.HAS_ID);
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
