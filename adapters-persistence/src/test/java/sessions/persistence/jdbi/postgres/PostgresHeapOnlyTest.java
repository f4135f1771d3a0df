package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.Fixtures;
import sessions.testkit.server.PostgresServer;

/** Requests that change only a session's times do not update PostgreSQL's indexes (heap-only updates). */
class PostgresHeapOnlyTest {

    private static final int SESSIONS = 200;
    private static final int ROUNDS = 5;

    private final String url = PostgresServer.newDatabase();

    /** Allows a few exceptions: a vacuum may keep old row versions in a page, so that a new one needs another page. */
    @Test
    void requestsWithinOneExpiryBucketUpdateNoIndex() throws SQLException {
        touchEachSession(1);
        assertThat(statistic("n_tup_upd")).isEqualTo(SESSIONS * ROUNDS);
        assertThat(statistic("n_tup_hot_upd")).isGreaterThan(SESSIONS * ROUNDS * 95 / 100);
    }

    /** The opposite case, which shows that the statistics detect index updates. */
    @Test
    void requestsThatReachAnotherExpiryBucketUpdateAnIndex() throws SQLException {
        touchEachSession(HOUR.toMillis() / 2);
        assertThat(statistic("n_tup_upd")).isEqualTo(SESSIONS * ROUNDS);
        assertThat(statistic("n_tup_hot_upd")).isZero();
    }

    private void touchEachSession(long stepMillis) throws SQLException {
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            List<SessionV1> sessions = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                sessions.add(session("user", NOON));
            }
            sessions.forEach(store.sessions()::insert);
            for (int round = 1; round <= ROUNDS; round++) {
                Instant time = NOON.plusMillis(round * stepMillis);
                for (SessionV1 each : sessions) {
                    Fixtures.changed(store.sessions().change(each.id(), new SessionChange.Touch(time, null), ONE_HOUR));
                }
            }
        }
        awaitEndOfStore();
    }

    /** Waits until the store's server processes have ended, which report their statistics at the latest then. */
    private void awaitEndOfStore() throws SQLException {
        while (SqlStores.number(url,
                "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                        + " and backend_type = 'client backend'") > 0) {
            Thread.onSpinWait();
        }
    }

    private long statistic(String column) throws SQLException {
        return SqlStores.number(url, "select " + column + " from pg_stat_user_tables where relname = 'sessions'");
    }
}
