package sessions.persistence.jdbi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private static final String LIST = "select " + SessionRow.COLUMNS_WITHOUT_CONTENT + " from sessions";
    private static final String NEWEST = " order by open_time desc, id desc";
    /** The user first, though all are of one: else H2 does not see that the index is in this order, and sorts. */
    private static final String NEWEST_OF_USER = " order by user_id, open_time desc, id desc";
    private static final String PAGE = " limit :limit offset :skip";
    private static final String COUNT = "select count(*) from sessions";
    private static final String EXPIRED = """
            select id from sessions where expiry_bucket <= :bucket and active and expires_at < :now
            order by expiry_bucket, id limit :limit""";

    /** How the column {@code expiry_bucket} is computed. */
    private static final long EXPIRY_BUCKET_MILLIS = 900_000;

    /** A change can miss the version it expects and find it a moment later; so often is no accident. */
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final String delete;
    private final String sweep;

    JdbiSessionStore(Database database) {
        this.database = database;
        this.delete = database.dialect().returningDeleted(DELETE);
        this.sweep = database.dialect().updateInOrder(ChangeSql.CLOSE_EXPIRED, "active and expires_at < :now");
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
        write("open a session",
                handle -> handle.createUpdate(INSERT).bindMap(SessionRow.parameters(session)).execute());
    }

    @Override
    public Optional<SessionV1> find(SessionId id, Instant now) {
        return read("read a session", handle -> select(handle, id)).map(session -> session.asOf(now));
    }

    @Override
    public ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry) {
        ChangeSql sql = ChangeSql.of(id, change, expiry);
        String statement = database.dialect().returningChanged(sql.update());
        for (int attempt = 1;; attempt++) {
            Optional<SessionV1> changed = write("change a session", handle -> handle.createQuery(statement)
                    .bindMap(sql.parameters()).map((row, _) -> SessionRow.read(row)).findOne());
            if (changed.isPresent()) {
                return new ChangeOutcome.Changed(changed.get());
            }
            Optional<SessionV1> present = read("read a session", handle -> select(handle, id));
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
        FilterSql sql = FilterSql.of(filter, now);
        String order = filter.userId() == null ? NEWEST : NEWEST_OF_USER;
        return read("list sessions",
                handle -> handle.createQuery(LIST + sql.where() + order + PAGE).bindMap(sql.parameters())
                        .bind("skip", skip)
                        .bind("limit", limit).map((row, _) -> SessionRow.readWithoutContent(row).asOf(now)).list());
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        FilterSql sql = FilterSql.of(filter, now);
        return read("count sessions", handle -> handle.createQuery(COUNT + sql.where()).bindMap(sql.parameters())
                .mapTo(long.class).one());
    }

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        long time = now.toEpochMilli();
        List<UUID> candidates = read("find expired sessions",
                handle -> handle.createQuery(EXPIRED).bind("bucket", time / EXPIRY_BUCKET_MILLIS).bind("now", time)
                        .bind("limit", limit).mapTo(UUID.class).list());
        int closed = candidates.isEmpty()
                ? 0
                : write("close expired sessions", handle -> handle.createUpdate(sweep)
                        .bindArray("ids", UUID.class, candidates).bind("now", time).execute());
        return new SweptBatch(closed, candidates.size() == limit);
    }

    @Override
    public Optional<SessionV1> delete(SessionId id, Instant now) {
        return write("delete a session", handle -> handle.createQuery(delete).bind("id", SessionRow.uuid(id))
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

    private <T> T read(String doing, Function<Handle, T> query) {
        return StoreFaults.guarded(doing, () -> database.jdbi().withHandle(query::apply));
    }

    private <T> T write(String doing, Function<Handle, T> statement) {
        T result = read(doing, statement);
        database.awaitDurable();
        return result;
    }
}
