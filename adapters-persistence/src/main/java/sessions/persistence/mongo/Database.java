package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonDocument;

/** A connection pool on the collection of sessions. */
final class Database implements AutoCloseable {

    /** The original's names. */
    private static final String DEFAULT_DATABASE = "app";
    private static final String DEFAULT_COLLECTION = "sessions";

    /** Bound how long a call can hang on servers that vanished; seconds. Overridden by the URL. */
    private static final int LONGEST_WAIT = 5;
    private static final int LONGEST_READ = 30;

    private final MongoClient client;
    private final MongoCollection<BsonDocument> sessions;

    private Database(MongoClient client, MongoCollection<BsonDocument> sessions) {
        this.client = client;
        this.sessions = sessions;
    }

    /** Does not connect yet. */
    static Database at(ConnectionString url) {
        MongoClient client = MongoClients.create(settings(url));
        String database = Objects.requireNonNullElse(url.getDatabase(), DEFAULT_DATABASE);
        String collection = Objects.requireNonNullElse(url.getCollection(), DEFAULT_COLLECTION);
        return new Database(client, client.getDatabase(database).getCollection(collection, BsonDocument.class));
    }

    /** What is acknowledged is on the disks of most servers: it survives a power cut, and the loss of a primary. */
    private static MongoClientSettings settings(ConnectionString url) {
        return MongoClientSettings.builder().applicationName("sessions")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(LONGEST_WAIT, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(LONGEST_WAIT, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(LONGEST_WAIT, TimeUnit.SECONDS)
                        .readTimeout(LONGEST_READ, TimeUnit.SECONDS))
                .applyConnectionString(url).build();
    }

    /** @param doing what is done, for errors; reads on from "The store could not" */
    <T> T run(String doing, Function<MongoCollection<BsonDocument>, T> command) {
        return MongoFaults.guarded(doing, () -> command.apply(sessions));
    }

    @Override
    public void close() {
        client.close();
    }
}
