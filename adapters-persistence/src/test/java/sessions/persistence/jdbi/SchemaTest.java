package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreFailedException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Concurrently;

/** Opening a store migrates the schema of its database. */
public abstract class SchemaTest {

    /** Only migrations: H2 has an entry without a version for the table itself. */
    private static final String MIGRATIONS = """
            select concat("version", ' ', "installed_on", ' ', "success")
            from "sessions_schema_history" where "version" is not null order by "installed_rank\"""";

    public static final String FAILED = """
            select count(*) from "sessions_schema_history" where not "success\"""";

    /**
     * More calls than PostgreSQL's driver sends before it uses a prepared statement on the server, for each connection
     * of the pool.
     */
    private static final int PREPARED = 10 * SqlDatabase.CONNECTIONS;

    /** Returns the JDBC URL of an empty database. */
    public abstract String newDatabase();

    @Test
    void openingAgainChangesNothing() throws SQLException {
        String url = newDatabase();
        SessionV1 session = session("user", NOON);
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            store.sessions().insert(session);
        }
        String migrations = SqlStores.text(url, MIGRATIONS);
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
        }
        assertThat(SqlStores.text(url, MIGRATIONS)).isEqualTo(migrations).startsWith("1 ").contains("\n2 ", "\n3 ");
    }

    @Test
    void instancesThatStartTogetherMigrateOnce() throws SQLException {
        String url = newDatabase();
        Concurrently.run(4, i -> () -> StoreProviders.open(new StoreSettings(url, null, null)))
                .forEach(SessionStore::close);
        assertThat(SqlStores.text(url, MIGRATIONS).lines()).hasSize(3);
    }

    @Test
    void sessionsOfTheFirstSchemaAreKept() throws SQLException {
        String url = newDatabase();
        migrateTo("1", url);
        SessionV1 session = SessionV1.open(new SessionOpening("user", null, null, null, null, null), NOON, ONE_HOUR);
        SqlStores.execute(url, """
                insert into sessions (id, user_id, active, open_time, request_time, version, expires_at)
                values ('%1$s', 'user', true, %2$s, %2$s, 1, %3$s)""".formatted(SessionRow.uuid(session.id()),
                NOON.toEpochMilli(), session.expiresAt().toEpochMilli()));
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
            SessionV1 next = session("user", NOON);
            IdempotencyRecord record = new IdempotencyRecord("key", "hash", next.id(), NOON.plusMillis(1));
            assertThat(store.idempotency().insertOnce(next, record, NOON)).isEmpty();
            assertThat(store.idempotency().insertOnce(session("user", NOON), record, NOON)).contains(record);
        }
        assertThat(SqlStores.text(url, MIGRATIONS)).startsWith("1 ").contains("\n2 ", "\n3 ");
    }

    /** Migrates up to a version, as an older instance does. */
    public static void migrateTo(String version, String url) {
        SqlDialect dialect = SqlStores.dialect(url);
        Flyway.configure().dataSource(url, null, null).locations("classpath:sessions/persistence/jdbi/migration")
                .table("sessions_schema_history").placeholders(dialect.migrationPlaceholders()).target(version)
                .loggers("slf4j").load().migrate();
    }

    @Test
    void tablesCanBeDistributedByTheirKeys() throws SQLException {
        String url = newDatabase();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        assertThat(SqlStores.text(url, """
                select constraint_name from information_schema.table_constraints
                where lower(table_name) in ('sessions', 'opening_claims')
                    and constraint_type in ('UNIQUE', 'FOREIGN KEY')""")).isEmpty();
        for (String kind : List.of("sequence", "trigger")) {
            assertThat(SqlStores.text(url, "select " + kind + "_name from information_schema." + kind + "s"))
                    .isEmpty();
        }
    }

    @Test
    void olderInstanceOpensAndUsesANewerSchema() throws SQLException {
        String url = newDatabase();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        SqlStores.execute(url, "alter table sessions add column region varchar(16) default 'north'");
        recordNewer(url, true);
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            SessionV1 touched = changed(
                    store.sessions().change(session.id(), new SessionChange.Touch(NOON.plusMillis(1), null), ONE_HOUR));
            assertThat(changed(store.sessions().delete(session.id(), NOON, null))).isEqualTo(touched);
        }
    }

    /** Prepared statements on the server also keep working. */
    @Test
    void olderInstanceKeepsWorkingAfterANewerOneMigrated() throws SQLException {
        String url = newDatabase();
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            for (int i = 1; i <= PREPARED; i++) {
                useAll(store, session, i);
            }
            SqlStores.execute(url, "alter table sessions add column region varchar(16) default 'north'");
            SqlStores.execute(url, "alter table opening_claims add column region varchar(16)");
            SqlStores.execute(url, "create index sessions_by_region on sessions (region)");
            recordNewer(url, true);
            useAll(store, session, PREPARED + 1);
        }
    }

    /** Calls everything that returns whole rows. */
    private static void useAll(SessionStore store, SessionV1 session, int time) {
        SessionV1 touched = changed(store.sessions().change(session.id(),
                new SessionChange.Touch(NOON.plusMillis(time), null), ONE_HOUR));
        assertThat(touched.version()).isEqualTo(1 + time);
        assertThat(store.sessions().find(session.id(), NOON)).contains(touched);
        assertThat(store.lists().listAfter(null, SessionFilter.ALL, NOON, 10))
                .containsExactly(touched.withoutContent());
        SessionV1 other = session("other", NOON);
        IdempotencyRecord record = new IdempotencyRecord(other.id().value(), "hash", other.id(), NOON.plusMillis(1));
        assertThat(store.idempotency().insertOnce(other, record, NOON)).isEmpty();
        assertThat(changed(store.sessions().delete(other.id(), NOON, null))).isEqualTo(other);
    }

    @Test
    void changedMigrationIsRejectedEvenIfAnotherFailed() throws SQLException {
        String url = newDatabase();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        SqlStores.execute(url, """
                update "sessions_schema_history" set "checksum" = 1 where "version" = '2'""");
        recordFailure(url);
        assertThatThrownBy(() -> StoreProviders.open(new StoreSettings(url, null, null)))
                .isInstanceOf(StoreFailedException.class)
                .cause().hasMessageContaining("checksum mismatch for migration version 2");
    }

    @Test
    void failedMigrationIsRepeated() throws SQLException {
        String url = newDatabase();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        recordFailure(url);
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        assertThat(SqlStores.text(url, MIGRATIONS).lines()).hasSize(3);
        assertThat(SqlStores.number(url, FAILED)).isZero();
    }

    @Test
    void failedMigrationOfANewerInstanceIsIgnored() throws SQLException {
        String url = newDatabase();
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        recordNewer(url, false);
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        assertThat(SqlStores.number(url, FAILED)).isEqualTo(1);
    }

    static void recordFailure(String url) throws SQLException {
        SqlStores.execute(url, """
                update "sessions_schema_history" set "success" = false where "version" = '3'""");
    }

    static void recordNewer(String url, boolean success) throws SQLException {
        SqlStores.execute(url, """
                insert into "sessions_schema_history" ("installed_rank", "version", "description", "type", "script",
                    "checksum", "installed_by", "execution_time", "success")
                values (1000, '1000', 'region', 'SQL', 'V1000__region.sql', 1, 'newer', 1, %s)""".formatted(success));
    }
}
