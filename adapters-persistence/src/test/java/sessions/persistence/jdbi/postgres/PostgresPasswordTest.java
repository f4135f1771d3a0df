package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;
import sessions.testkit.server.PostgresServer;

/** The tests' server trusts all users, so one role is changed to need its password. */
@Timeout(60)
class PostgresPasswordTest {

    private static final String ROLE = "needs_password";

    private final String superuser = PostgresServer.newDatabase();
    private final String url = superuser.substring(0, superuser.indexOf('?'));

    @BeforeEach
    void requirePassword() throws SQLException, IOException {
        SqlStores.execute(superuser, "create role " + ROLE + " login password 's3cret'");
        SqlStores.execute(superuser, "grant create on schema public to " + ROLE);
        Path rules = Path.of(SqlStores.text(superuser, "show hba_file").strip());
        Files.writeString(rules, "host all " + ROLE + " all scram-sha-256\n" + Files.readString(rules));
        SqlStores.execute(superuser, "select pg_reload_conf()");
    }

    @Test
    void reportsAWrongPassword() {
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, ROLE, "s3cret"))) {
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isZero();
        }
        assertThatThrownBy(() -> StoreProviders.open(new StoreSettings(url, ROLE, "0th3r")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The store could not be reached")
                .hasStackTraceContaining("password authentication failed");
    }
}
