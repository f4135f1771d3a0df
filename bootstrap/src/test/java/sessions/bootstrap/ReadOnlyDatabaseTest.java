package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.testkit.server.HttpCalls.Reply;
import sessions.testkit.server.PostgresServer;

/** While the database accepts no changes, the service is not ready; afterwards it serves again without a restart. */
@Timeout(60)
class ReadOnlyDatabaseTest {

    private final String url = PostgresServer.newDatabase();

    @Test
    void serviceIsNotReadyUntilTheDatabaseAcceptsChangesAgain() throws SQLException {
        try (ServiceFixture service = ServiceFixture.start(url, InstantSource.system())) {
            assertThat(open(service).status()).isEqualTo(201);
            setReadOnly("on");
            Reply rejected = await(service, 503);
            assertThat(rejected.body()).contains("STORE_UNAVAILABLE");
            assertThat(rejected.header("Retry-After")).isEqualTo("1");
            assertThat(awaitReady(service, 503)).contains("DOWN");
            setReadOnly("off");
            assertThat(awaitReady(service, 200)).doesNotContain("DOWN");
            assertThat(await(service, 201).body()).contains("user");
        }
    }

    private static Reply open(ServiceFixture service) {
        return service.calls().send("POST", "/v2/sessions", Map.of("Content-Type", "application/json"),
                "{\"user_id\":\"user\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static Reply await(ServiceFixture service, int status) {
        Reply response;
        do {
            response = open(service);
            assertThat(response.status()).isIn(201, 503);
        } while (response.status() != status);
        return response;
    }

    private static String awaitReady(ServiceFixture service, int status) {
        Reply response;
        do {
            response = service.calls().get("/health/ready");
        } while (response.status() != status);
        return response.body();
    }

    /** Changes a setting of new connections, and closes all connections, as a failover does. */
    private void setReadOnly(String value) throws SQLException {
        try (Connection connection = DriverManager
                .getConnection(url.replace("lock_timeout=60s", "default_transaction_read_only=off"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + connection.getCatalog() + " set default_transaction_read_only = "
                    + value);
            if (value.equals("on")) {
                statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
        }
    }
}
