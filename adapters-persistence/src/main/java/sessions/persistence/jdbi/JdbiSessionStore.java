package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import sessions.domain.ChangeOutcome;
import sessions.domain.ExpiryPolicy;
import sessions.domain.SessionChange;
import sessions.domain.SessionFilter;
import sessions.domain.SessionId;
import sessions.domain.SessionStore;
import sessions.domain.SessionV1;
import sessions.domain.StoreFailedException;
import sessions.domain.SweptBatch;

/**
 * Keeps sessions in a SQL database. A command that hits costs one statement and one round trip; only a change that did
 * not apply reads the session afterwards, to say why.
 */
public final class JdbiSessionStore implements SessionStore {

    private static final String SELECT = "select " + SessionRow.COLUMNS + " from sessions where id = :id";
    private static final String INSERT = "insert into sessions (" + SessionRow.COLUMNS + ") values ("
            + SessionRow.PARAMETERS + ")";
    private static final String DELETE = "delete from sessions where id = :id";

    /** A change can miss the version it expects and find it a moment later; so often is no accident. */
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final String delete;
    private final SessionQueries queries;
    private final BulkClosing closing;

    JdbiSessionStore(Database database) {
        this.database = database;
        this.delete = database.dialect().returningDeleted(DELETE);
        this.queries = new SessionQueries(database);
        this.closing = new BulkClosing(database);
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
     * @throws sessions.domain.StoreUnavailableException where the database cannot be reached
     */
    public static JdbiSessionStore open(String url, @Nullable String user, @Nullable String password) {
        return new JdbiSessionStore(Database.open(url, user, password));
    }

    @Override
    public void insert(SessionV1 session) {
        database.write("open a session",
                handle -> handle.createUpdate(INSERT).bindMap(SessionRow.parameters(session)).execute());
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return database.read("read a session", handle -> select(handle, id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        ChangeSql sql = ChangeSql.of(id, change, expiry);
        String statement = database.dialect().returningChanged(sql.update());
        for (int attempt = 1;; attempt++) {
            Optional<SessionV1> changed = database.write("change a session", handle -> handle.createQuery(statement)
                    .bindMap(sql.parameters()).map((row, _) -> SessionRow.read(row)).findOne());
            if (changed.isPresent()) {
                return new ChangeOutcome.Changed(changed.get());
            }
            Optional<SessionV1> present = database.read("read a session", handle -> select(handle, id));
            if (present.isEmpty()) {
                return new ChangeOutcome.Missing();
            }
            ChangeOutcome reason = present.get().apply(change, expiry);
            if (!(reason instanceof ChangeOutcome.Changed)) {
                return reason;
            }
            if (attempt == ATTEMPTS) {
                throw new StoreFailedException("The store could not change a session",
                        new IllegalStateException(
                                "an update that should match matched nothing " + ATTEMPTS + " times"));
            }
        }
    }

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        return queries.list(filter, now, skip, limit);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return queries.count(filter, now);
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return closing.closeExpired(now, limit);
    }

    @Override
    public Optional<SessionV1> delete(SessionId id, Instant now) {
        return database.write("delete a session", handle -> handle.createQuery(delete).bind("id", SessionRow.uuid(id))
                .map((row, _) -> SessionRow.read(row)).findOne()).map(session -> session.asOf(now));
    }

    @Override
    public void close() {
        database.close();
    }

    private static Optional<SessionV1> select(Handle handle, SessionId id) {
        return handle.createQuery(SELECT).bind("id", SessionRow.uuid(id)).map((row, _) -> SessionRow.read(row))
                .findOne();
    }
}
