package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReconnectingDataSourceTest {

    private final Queue<Boolean> reachable = new ArrayDeque<>();

    /** Opens connections to a database that only some attempts can reach. */
    private final ReconnectingDataSource database = new ReconnectingDataSource((DataSource) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[]{DataSource.class}, (_, _, _) -> {
                if (!reachable.remove()) {
                    throw new SQLException("away");
                }
                return DriverManager.getConnection("jdbc:h2:mem:");
            }));

    @Test
    void failsAtOnceIfTheServerWasNeverReached() {
        reachable.addAll(List.of(false, true));
        assertThatThrownBy(database::getConnection).hasMessage("away");
        assertThat(reachable).hasSize(1);
    }

    @Test
    void retriesUntilTheServerIsBackOnceItWasReached() throws SQLException {
        reachable.addAll(List.of(true, false, false, true));
        database.getConnection().close();
        try (Connection again = database.getConnection()) {
            assertThat(again.isValid(1)).isTrue();
        }
        assertThat(reachable).isEmpty();
    }
}
