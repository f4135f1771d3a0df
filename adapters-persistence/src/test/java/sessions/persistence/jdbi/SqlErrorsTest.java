package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;

class SqlErrorsTest {

    private static final int ATTEMPTS = 10;

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void retriesAfterDeadlocksUntilTheCallSucceeds() {
        for (String state : List.of("40001", "40P01", "90131")) {
            calls.set(0);
            assertThat(SqlErrors.guarded("test", failing(ATTEMPTS - 1, sql(state)))).isEqualTo("done");
            assertThat(calls).hasValue(ATTEMPTS);
        }
    }

    @Test
    void failsAfterTooManyDeadlocks() {
        RuntimeException deadlock = sql("40P01");
        assertThatThrownBy(() -> SqlErrors.guarded("test", failing(ATTEMPTS, deadlock)))
                .isInstanceOf(StoreUnavailableException.class).hasRootCauseInstanceOf(SQLException.class);
        assertThat(calls).hasValue(ATTEMPTS);
    }

    @Test
    void doesNotRetryAfterOtherFailures() {
        for (RuntimeException fault : List.of(sql("57P01"), sql("42P01"), new IllegalStateException("bug"))) {
            calls.set(0);
            assertThatThrownBy(() -> SqlErrors.guarded("test", failing(1, fault)))
                    .isInstanceOf(SessionsException.class).hasMessage("The store could not test")
                    .hasCause(fault.getCause() == null ? fault : fault.getCause());
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void domainExceptionsPassThrough() {
        RuntimeException known = new StoreUnavailableException("known", sql("40P01"));
        assertThatThrownBy(() -> SqlErrors.guarded("test", failing(1, known))).isSameAs(known);
        assertThat(calls).hasValue(1);
    }

    @Test
    void connectionFailuresFullDisksAndTimeoutsAreOutages() {
        for (String state : List.of("25006", "25P03", "25P04", "26000", "42P05", "53200", "53400", "55P03", "57P04",
                "58030", "40001", "40P01", "90131", "08001", "08006", "08S01", "28P01", "3D000", "53100", "53300",
                "57014", "57P01",
                "57P03", "HYT00",
                "90020", "90028", "90031", "90067", "90098", "90121")) {
            assertThat(translated(sql(state))).as(state).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(translated(new SQLTransientConnectionException("the pool is exhausted")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(translated(new ConnectionException(new SQLException("the pool is closed"))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void programmingErrorsAreNotOutages() {
        for (String state : List.of("22021", "23505", "42601", "42P01", "42501", "25001", "55000")) {
            assertThat(translated(sql(state))).as(state).isInstanceOf(StoreFailedException.class);
        }
        assertThat(translated(new SQLException("no state"))).isInstanceOf(StoreFailedException.class);
        assertThat(translated(new IllegalStateException("no SQL"))).isInstanceOf(StoreFailedException.class);
    }

    private Supplier<String> failing(int times, RuntimeException fault) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw fault;
            }
            return "done";
        };
    }

    private static SessionsException translated(Exception fault) {
        return SqlErrors.translated("test", fault);
    }

    /** Wraps an SQL exception as JDBI does. */
    private static RuntimeException sql(String state) {
        return new IllegalStateException(new SQLException("fault", state));
    }
}
