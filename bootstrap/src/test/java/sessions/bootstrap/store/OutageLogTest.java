package sessions.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.bootstrap.CapturedLog;
import sessions.bootstrap.ServiceFixture;
import sessions.bootstrap.logging.Logging;
import sessions.testkit.server.PostgresServer;

/** The log says in one line that the database cannot be reached. */
@Timeout(60)
class OutageLogTest {

    private final String url = PostgresServer.newDatabaseWithDefaultTimeouts();

    @Test
    void outageOfPostgresIsOneLine() throws SQLException {
        try (CapturedLog log = CapturedLog.atDebug();
                ServiceFixture service = ServiceFixture.start(url, InstantSource.system())) {
            Logging.setLevel(Level.INFO);
            assertThat(service.calls().get("/v2/sessions").status()).isEqualTo(200);
            int before = log.events().size();
            rejectConnections();
            assertThat(service.calls().get("/v2/sessions").status()).isEqualTo(503);
            List<ILoggingEvent> outage = outage(log, before);
            while (outage.isEmpty()) { // a thread of the pool logs it
                Thread.onSpinWait();
                outage = outage(log, before);
            }
            assertThat(outage).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString()
                    .startsWith("The store cannot be reached; retrying until it can: ")
                    .contains("not currently accepting connections");
            assertThat(outage).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
        }
    }

    /** The lines of the store. The caller gets its own, and the count at startup may fail too. */
    private static List<ILoggingEvent> outage(CapturedLog log, int before) {
        return log.events().stream().skip(before).filter(event -> !event.getLoggerName()
                .matches("sessions\\.(access|audit|rest\\..*|application\\..*)")).toList();
    }

    private void rejectConnections() throws SQLException {
        String name = url.replaceAll(".*/|\\?.*", "");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name + "?", "/postgres?"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections false");
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + name
                    + "'");
        }
    }
}
