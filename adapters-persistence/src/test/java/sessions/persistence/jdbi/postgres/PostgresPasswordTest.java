package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.NOON;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.PostgresPassword;

/** The tests' server trusts all users, so one role is changed to need its password. */
@Timeout(60)
class PostgresPasswordTest {

    private static final String ROLE = "needs_password";

    @Test
    void reportsAWrongPassword() throws SQLException {
        String url = PostgresPassword.newDatabaseOf(ROLE, "s3cret");
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, ROLE, "s3cret"))) {
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isZero();
        }
        assertThatThrownBy(() -> StoreProviders.open(new StoreSettings(url, ROLE, "0th3r")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The store could not be reached")
                .hasStackTraceContaining("password authentication failed");
    }
}
