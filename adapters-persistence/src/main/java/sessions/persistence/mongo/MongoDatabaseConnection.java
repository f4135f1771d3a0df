package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** A connection pool on the collection of sessions. */
final class MongoDatabaseConnection implements AutoCloseable {

    /** The original's names. */
    private static final String DEFAULT_DATABASE = "app";
    private static final String DEFAULT_COLLECTION = "sessions";

    /**
     * Short, so that callers get an error within a second while the servers are away. The URL overrides it and the next
     * two.
     */
    private static final int MAX_WAIT_MILLIS = 700;

    /** Limits in seconds on how long a call waits for servers that vanished. */
    private static final int MAX_CONNECTING = 5;
    private static final int MAX_READ = 30;

    /** Longer on startup, when no caller waits. */
    private static final Duration MAX_OPENING = Duration.ofSeconds(5);

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private static final Logger LOG = System.getLogger(MongoDatabaseConnection.class.getName());

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> sessions;
    private final Duration openingWait;

    private MongoDatabaseConnection(MongoClient client, ConnectionString url) {
        this.client = client;
        this.database = client.getDatabase(Objects.requireNonNullElse(url.getDatabase(), DEFAULT_DATABASE));
        this.sessions = database.getCollection(Objects.requireNonNullElse(url.getCollection(), DEFAULT_COLLECTION),
                BsonDocument.class);
        this.openingWait = url.getServerSelectionTimeout() == null ? MAX_OPENING : Duration.ZERO;
    }

    /** Creates the pool, which does not connect yet. */
    static MongoDatabaseConnection create(ConnectionString url) {
        return new MongoDatabaseConnection(MongoClients.create(settings(url)), url);
    }

    static MongoClientSettings settings(ConnectionString url) {
        return MongoClientSettings.builder().applicationName("sessions")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(MAX_WAIT_MILLIS,
                        TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(MAX_CONNECTING, TimeUnit.SECONDS)
                        .readTimeout(MAX_READ, TimeUnit.SECONDS))
                .applyConnectionString(url).writeConcern(MongoDurability.of(url)).build();
    }

    /**
     * Returns once a server answers, or after a few seconds; the next call then says why none does. If the URL sets a
     * server selection timeout, waits only that long.
     */
    void awaitServer() {
        long since = System.nanoTime();
        while (!answers() && System.nanoTime() - since < openingWait.toNanos()) {
            LOG.log(Level.DEBUG, "No server answers yet");
        }
    }

    /** Returns whether a server answers. Waits as long as any call. */
    private boolean answers() {
        try {
            database.runCommand(PING);
            return true;
        } catch (MongoTimeoutException notYet) {
            return false;
        } catch (MongoException rejected) {
            LOG.log(Level.DEBUG, "The server rejected the ping", rejected);
            return true;
        }
    }

    /**
     * Runs a command on the collection of sessions.
     *
     * @param doing the purpose, for error messages; completes "The store could not …"
     */
    <T> T run(String doing, Function<MongoCollection<BsonDocument>, T> command) {
        return MongoErrors.guarded(doing, () -> command.apply(sessions));
    }

    @Override
    public void close() {
        client.close();
    }
}
