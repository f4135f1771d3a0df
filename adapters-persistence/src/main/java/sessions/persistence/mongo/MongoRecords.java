package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionRecords;

/**
 * Reads and changes single sessions in MongoDB. A change is one conditional command. If it matches nothing, the session
 * is read to find out why; if the change can apply after all, it is retried with the values that were read.
 */
record MongoRecords(MongoDatabaseConnection database, DocumentReader reader, LegacyDocumentMigration migration)
        implements
            SessionRecords {

    private static final FindOneAndUpdateOptions RETURN_NEW = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER);

    /** Retries if another change came first. If that happens this often, something is wrong. */
    private static final int ATTEMPTS = 100;

    @Override
    public void insert(SessionV1 session) {
        database.run("open a session", sessions -> sessions.insertOne(SessionDocument.of(session)));
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return Optional.ofNullable(reader.document(id)).flatMap(reader::read).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        Optional<SessionV1> applied = apply(ChangeUpdate.ofUnknown(id, change, expiry));
        for (int attempt = 1; attempt <= ATTEMPTS && applied.isEmpty(); attempt++) {
            BsonDocument document = reader.document(id);
            SessionV1 present = document == null ? null : reader.read(document).orElse(null);
            if (document == null || present == null) {
                return new ChangeOutcome.Missing();
            }
            ChangeOutcome outcome = present.apply(change, expiry);
            if (!(outcome instanceof ChangeOutcome.Changed(SessionV1 next))) {
                return outcome;
            }
            if (!SessionDocument.isMigrated(document)) {
                migration.migrate(document);
            }
            applied = apply(ChangeUpdate.ofKnown(present, next, change));
        }
        return new ChangeOutcome.Changed(applied.orElseThrow(() -> outOfAttempts("change a session")));
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<SessionV1> deleted = remove(condition(id, now, expectedVersion));
            if (deleted.isPresent()) {
                return new ChangeOutcome.Changed(deleted.get().asOf(now));
            }
            BsonDocument document = reader.document(id);
            Optional<SessionV1> present = Optional.ofNullable(document).flatMap(reader::read);
            if (document == null || present.isEmpty()) {
                return new ChangeOutcome.Missing();
            }
            ChangeOutcome outcome = present.get().deleted(now, expectedVersion);
            if (!(outcome instanceof ChangeOutcome.Changed)) {
                return outcome;
            }
            if (!SessionDocument.isMigrated(document)) {
                migration.migrate(document);
            }
        }
        throw outOfAttempts("delete a session");
    }

    private Optional<SessionV1> apply(ChangeUpdate change) {
        return Optional.ofNullable(database.run("change a session",
                sessions -> sessions.findOneAndUpdate(change.condition(), change.update(), RETURN_NEW)))
                .flatMap(reader::read);
    }

    private Optional<SessionV1> remove(Bson condition) {
        BsonDocument deleted = database.run("delete a session",
                sessions -> sessions.findOneAndDelete(Filters.and(condition, Tombstone.NOT_NEEDED)));
        if (deleted == null) {
            deleted = database.run("delete a session",
                    sessions -> sessions.findOneAndUpdate(Filters.and(condition, Tombstone.NEEDED),
                            Tombstone.LEAVE));
        }
        return Optional.ofNullable(deleted).flatMap(reader::read);
    }

    private static Bson condition(SessionId id, Instant now, @Nullable Long expectedVersion) {
        Bson session = Filters.and(Filters.eq(DocumentKeys.ID, id.value()), SessionConditions.IS_SESSION);
        if (expectedVersion == null) {
            return session;
        }
        // An expired session that is not swept yet counts as closed.
        Bson current = Filters.and(Filters.eq(DocumentKeys.VERSION, expectedVersion),
                Filters.nor(SessionConditions.expired(now)));
        Bson expired = Filters.and(expectedVersion == Long.MAX_VALUE
                ? Filters.gte(DocumentKeys.VERSION, expectedVersion - 1)
                : Filters.eq(DocumentKeys.VERSION, expectedVersion - 1),
                SessionConditions.expired(now));
        return Filters.and(session, Filters.or(current, expired));
    }

    private static StoreFailedException outOfAttempts(String doing) {
        return new StoreFailedException("The store could not " + doing, new IllegalStateException(
                "a command that should match matched nothing " + ATTEMPTS + " times"));
    }
}
