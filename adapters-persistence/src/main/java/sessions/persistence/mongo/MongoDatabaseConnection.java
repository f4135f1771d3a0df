package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteConcern;
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

    /** While the servers are away callers are told within a second. Overridden by the URL, as are the next two. */
    private static final int MAX_WAIT_MILLIS = 700;

    /** Bound how long a call can hang on servers that vanished; seconds. */
    private static final int MAX_CONNECTING = 5;
    private static final int MAX_READ = 30;

    /** At the start nobody waits. */
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

    /** Does not connect yet. */
    static MongoDatabaseConnection at(ConnectionString url) {
        return new MongoDatabaseConnection(MongoClients.create(settings(url)), url);
    }

    /** What is acknowledged is on the disks of most servers: it survives a power cut, and the loss of a primary. */
    private static MongoClientSettings settings(ConnectionString url) {
        return MongoClientSettings.builder().applicationName("sessions")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(MAX_WAIT_MILLIS,
                        TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(MAX_CONNECTING, TimeUnit.SECONDS)
                        .readTimeout(MAX_READ, TimeUnit.SECONDS))
                .applyConnectionString(url).build();
    }

    /**
     * Returns once a server answers, or after a few seconds: then the next call says why none does. A URL that says how long
     * to wait is taken at its word.
     */
    void awaitServer() {
        long since = System.nanoTime();
        while (!answers() && System.nanoTime() - since < openingWait.toNanos()) {
            LOG.log(Level.DEBUG, "No server answers yet");
        }
    }

    /** Waits by itself, as every call does. */
    private boolean answers() {
        try {
            database.runCommand(PING);
            return true;
        } catch (MongoTimeoutException notYet) {
            return false;
        } catch (MongoException rejected) {
            LOG.log(Level.DEBUG, "The server refused", rejected);
            return true;
        }
    }

    /** @param doing what is done, for errors; reads on from "The store could not" */
    <T> T run(String doing, Function<MongoCollection<BsonDocument>, T> command) {
        return MongoErrors.guarded(doing, () -> command.apply(sessions));
    }

    @Override
    public void close() {
        client.close();
    }
}
