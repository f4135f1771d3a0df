package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.Migration;
import sessions.persistence.SchemaPart;

/**
 * Keeps sessions in MongoDB, in the document shape of the original service, whose database it takes over. A command on one
 * session that hits costs one round trip, but for deleting one that was opened under a claim, which costs two; only a
 * change that did not apply reads the session afterwards, to say why.
 *
 * <p>Content is kept as BSON. What BSON cannot carry with the same value is refused with an {@link
 * sessions.domain.error.InvalidDataException}; of what it carries, the value stays, though not white space, escapes and digits.
 */
public final class MongoSessionStore implements SessionStore {

    private static final String SCHEME = "mongodb://";
    private static final String SCHEME_BY_DNS = "mongodb+srv://";

    private final MongoDatabaseConnection database;
    private final MongoQueries queries;
    private final LegacyDocumentMigration adoption;
    private final MongoSessionChanges changes;
    private final MongoBulkClose closing;
    private final MongoBulkRemoval removal;
    private final MongoBulkInsert imports;
    private final MongoIdempotencyRecords claims;
    private final MongoStatistics hourlyCounts;

    private MongoSessionStore(MongoDatabaseConnection database, ExpiryPolicy expiry) {
        this.database = database;
        this.queries = new MongoQueries(database, expiry);
        this.adoption = new LegacyDocumentMigration(database, expiry);
        this.changes = new MongoSessionChanges(database, queries, adoption);
        this.closing = new MongoBulkClose(database, queries);
        this.removal = new MongoBulkRemoval(database);
        this.imports = new MongoBulkInsert(database);
        this.claims = new MongoIdempotencyRecords(database);
        this.hourlyCounts = new MongoStatistics(database);
    }

    /** Whether a store URL is one for this adapter: {@code mongodb:} or {@code mongodb+srv:}. */
    public static boolean accepts(String url) {
        return url.startsWith(SCHEME) || url.startsWith(SCHEME_BY_DNS);
    }

    /**
     * Connects, creates the indexes and takes over the sessions of the original, if there are any.
     *
     * @param url a MongoDB connection string; names the database, {@code app} where it does not, and behind a dot the
     *            collection, {@code sessions} where it does not
     * @param user database user, or null where the URL names it or none is needed
     * @param password its password, or null
     * @param expiry says when sessions of the original expire
     * @throws IllegalArgumentException where the URL is malformed; its message may hold a password
     * @throws sessions.domain.error.StoreUnavailableException where the database cannot be reached
     */
    public static MongoSessionStore open(String url, @Nullable String user, @Nullable String password,
            ExpiryPolicy expiry) {
        return open(url, user, password, expiry, Migration.AUTOMATIC);
    }

    /**
     * The same; where an operator migrates, without creating indexes. Sessions of the original are then taken over by the
     * sweeps.
     */
    public static MongoSessionStore open(String url, @Nullable String user, @Nullable String password,
            ExpiryPolicy expiry, Migration migration) {
        MongoDatabaseConnection database = at(url, user, password);
        try {
            MongoSessionStore store = new MongoSessionStore(database, expiry);
            database.awaitServer();
            if (migration == Migration.AUTOMATIC) {
                MongoIndexes.create(database);
                store.adoption.adoptAll();
            }
            return store;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /**
     * The indexes that are needed, those that are not there included, and last how many sessions of the original are to be
     * taken over, if there are any. Looking changes nothing.
     *
     * @throws IllegalArgumentException where the URL is malformed; its message may hold a password
     * @throws sessions.domain.error.StoreUnavailableException where the database cannot be reached
     */
    public static List<SchemaPart> schema(String url, @Nullable String user, @Nullable String password) {
        try (MongoDatabaseConnection database = at(url, user, password)) {
            List<SchemaPart> parts = new ArrayList<>(MongoIndexes.parts(database));
            long strange = new LegacyDocumentMigration(database, ExpiryPolicy.DEFAULT).count();
            if (strange > 0) {
                parts.add(new SchemaPart("documents", strange + " sessions of the original", SchemaPart.State.ONGOING));
            }
            return parts;
        }
    }

    private static MongoDatabaseConnection at(String url, @Nullable String user, @Nullable String password) {
        return MongoDatabaseConnection.at(new ConnectionString(withCredentials(url, user, password)));
    }

    private static String withCredentials(String url, @Nullable String user, @Nullable String password) {
        int hosts = url.indexOf("//") + 2;
        return user == null
                ? url
                : url.substring(0, hosts) + encoded(user) + (password == null ? "" : ":" + encoded(password)) + "@"
                        + url.substring(hosts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void insert(SessionV1 session) {
        database.run("open a session", sessions -> sessions.insertOne(SessionDocument.of(session)));
    }

    @Override
    public Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord claim, Instant now) {
        return claims.insertOnce(session, claim, now);
    }

    @Override
    public int removeForgottenClaims(Instant now, int limit) {
        return claims.removeForgotten(now, limit);
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return queries.find(id, now);
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        return changes.change(id, change, expiry);
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return queries.list(filter, now, skip, limit);
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return queries.listAfter(after, filter, now, limit);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return queries.count(filter, now);
    }

    @Override
    public List<SessionStatistics.Hour> countByHour(Instant from, int hours, Instant now) {
        return hourlyCounts.count(from, hours, now);
    }

    /** Also takes over what the original added since, should it still run: as many in each step. */
    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        boolean moreToAdopt = adoption.adoptSome(limit);
        SweptBatch step = closing.closeExpired(now, limit);
        return new SweptBatch(step.closed(), step.more() || moreToAdopt);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        return closing.closeMatching(filter, now, after, limit);
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        return changes.delete(id, now, expectedVersion);
    }

    @Override
    public List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return queries.readAfter(after, filter, now, limit);
    }

    @Override
    public List<SessionV1> findAll(Collection<SessionId> ids, Instant now) {
        return queries.findAll(ids, now);
    }

    @Override
    public int insertMissing(List<SessionV1> sessions) {
        return imports.insertMissing(sessions);
    }

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return removal.removeEnded(before, now, limit);
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return removal.countEnded(before, now);
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return removal.removeOfUser(userId, limit);
    }

    @Override
    public void backUp(OutputStream out) {
        throw new NotSupportedException("A store on MongoDB is backed up by its own tools, such as mongodump");
    }

    @Override
    public void close() {
        database.close();
    }
}
