package sessions.persistence.jdbi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreFailedException;
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
import sessions.persistence.jdbi.h2.H2File;
import sessions.persistence.jdbi.h2.H2Restore;

/**
 * Keeps sessions in a SQL database. A command on one session that hits costs one statement and one round trip, but for
 * opening under a claim, which is a transaction of two; only a change that did not apply reads the session afterwards, to
 * say why.
 */
public final class JdbiSessionStore implements SessionStore {

    private static final String SELECT = "select " + SessionRow.COLUMNS + " from sessions where id = :id";

    /** A change can miss the version it expects and find it a moment later; so often is no accident. */
    private static final int ATTEMPTS = 3;

    private final SqlDatabase database;
    private final SqlQueries queries;
    private final SqlBulkClose closing;
    private final SqlBulkRemoval removal;
    private final SqlBulkInsert imports;
    private final SqlIdempotencyRecords claims;
    private final SqlStatistics hourlyCounts;

    JdbiSessionStore(SqlDatabase database) {
        this.database = database;
        this.queries = new SqlQueries(database);
        this.closing = new SqlBulkClose(database, queries);
        this.removal = new SqlBulkRemoval(database);
        this.imports = new SqlBulkInsert(database);
        this.claims = new SqlIdempotencyRecords(database);
        this.hourlyCounts = new SqlStatistics(database);
    }

    /**
     * Whether a store URL is one for this adapter: {@code jdbc:h2:file:}, {@code jdbc:h2:mem:} or {@code
     * jdbc:postgresql:}.
     */
    public static boolean accepts(String url) {
        return SqlDialect.of(url).isPresent();
    }

    /**
     * Connects to the database and brings its schema up to date.
     *
     * @param user database user, or null where the URL names it or none is needed
     * @param password its password, or null
     * @throws sessions.domain.error.StoreUnavailableException where the database cannot be reached
     */
    public static JdbiSessionStore open(String url, @Nullable String user, @Nullable String password) {
        return open(url, user, password, Migration.AUTOMATIC);
    }

    /**
     * Connects to the database.
     *
     * @param migration who brings its schema up to date; where that was to be an operator and is not done, calls fail
     */
    public static JdbiSessionStore open(String url, @Nullable String user, @Nullable String password,
            Migration migration) {
        return new JdbiSessionStore(SqlDatabase.open(url, user, password, migration));
    }

    /**
     * The migrations of a database, those that it lacks included, oldest first. Looking changes nothing, and makes no
     * database that is not there.
     *
     * @throws sessions.domain.error.StoreUnavailableException where the database cannot be reached
     */
    public static List<SchemaPart> schema(String url, @Nullable String user, @Nullable String password) {
        return SchemaParts.of(url, user, password);
    }

    /**
     * Makes a database out of a backup that {@link #backUp} wrote, where there is none yet. It is there whole or not at all.
     *
     * @param url of an embedded H2 database in a file
     * @param user database user as when the backup was made, or null
     * @param password its password, or null
     * @return how many sessions are in it
     * @throws sessions.domain.error.InvalidDataException where the archive is none of ours, or broken
     * @throws java.nio.file.FileAlreadyExistsException where there is a database
     * @throws NotSupportedException where the database has a tool of its own for that
     */
    public static long restore(String url, @Nullable String user, @Nullable String password, Path archive)
            throws IOException {
        if (!url.startsWith(H2File.SCHEME)) {
            throw new NotSupportedException("Only an H2 file is restored: for PostgreSQL use pg_restore or psql");
        }
        return new H2Restore(url, user, password).from(archive);
    }

    /**
     * Has the connection pool report what it measures: its connections, how long they are waited for and held, and how
     * often they do not come.
     *
     * @param registry of Micrometer, which this module does not know; HikariCP does
     */
    public void reportPoolTo(Object registry) {
        database.reportPoolTo(registry);
    }

    @Override
    public void insert(SessionV1 session) {
        database.write("open a session",
                handle -> handle.createUpdate(SessionRow.INSERT).bindMap(SessionRow.parameters(session)).execute());
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
        return database.read("read a session", handle -> select(handle, id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        ChangeSql sql = ChangeSql.of(id, change, expiry);
        return conditionally("change a session", id, database.dialect().returningChanged(sql.text()),
                sql.parameters(), present -> present.apply(change, expiry));
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

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return closing.closeExpired(now, limit);
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after,
            int limit) {
        return closing.closeMatching(filter, now, after, limit);
    }

    @Override
    public ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion) {
        ChangeSql sql = ChangeSql.delete(id, now, expectedVersion);
        ChangeOutcome outcome = conditionally("delete a session", id,
                database.dialect().returningDeleted(sql.text()), sql.parameters(),
                present -> present.deleted(now, expectedVersion));
        return outcome instanceof ChangeOutcome.Changed(SessionV1 deleted)
                ? new ChangeOutcome.Changed(deleted.asOf(now))
                : outcome;
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
    public void backUp(OutputStream out) throws IOException {
        database.dialect().backUp(database, out);
    }

    @Override
    public void close() {
        database.close();
    }

    /**
     * Runs a statement that answers the session where it applied, and else finds out why it did not.
     *
     * @param meaning what should become of a session
     */
    private ChangeOutcome conditionally(String doing, SessionId id, String statement, Map<String, Object> parameters,
            Function<SessionV1, ChangeOutcome> meaning) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<SessionV1> applied = database.write(doing, handle -> handle.createQuery(statement)
                    .bindMap(parameters).map((row, _) -> SessionRow.read(row)).findOne());
            if (applied.isPresent()) {
                return new ChangeOutcome.Changed(applied.get());
            }
            Optional<SessionV1> present = database.read("read a session", handle -> select(handle, id));
            if (present.isEmpty()) {
                return new ChangeOutcome.Missing();
            }
            ChangeOutcome reason = meaning.apply(present.get());
            if (!(reason instanceof ChangeOutcome.Changed)) {
                return reason;
            }
        }
        throw new StoreFailedException("The store could not " + doing, new IllegalStateException(
                "a statement that should match matched nothing " + ATTEMPTS + " times"));
    }

    private static Optional<SessionV1> select(Handle handle, SessionId id) {
        return handle.createQuery(SELECT).bind("id", SessionRow.uuid(id)).map((row, _) -> SessionRow.read(row))
                .findOne();
    }
}
