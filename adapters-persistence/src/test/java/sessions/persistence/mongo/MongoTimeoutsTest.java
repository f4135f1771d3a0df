package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long callers wait for a server, or for a connection of the pool. */
class MongoTimeoutsTest {

    @ParameterizedTest
    @CsvSource({"'', 700, 700", "?serverSelectionTimeoutMS=5000, 5000, 700", "?waitQueueTimeoutMS=60000, 700, 60000"})
    void waitsAreShortUnlessTheUrlSetsThem(String parameters, long server, long connection) {
        MongoClientSettings settings = MongoDatabaseConnection
                .settings(new ConnectionString("mongodb://127.0.0.1/app" + parameters));
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS)).isEqualTo(server);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS)).isEqualTo(connection);
    }
}
