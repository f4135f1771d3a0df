package sessions.testkit.server;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/**
 * A server for MongoDB's wire protocol in this process. If the system property {@code mongod.uri} names a real server,
 * {@linkplain #newDatabase() databases} are on that instead.
 */
public final class MongoWireServer implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());

    private MongoWireServer(int port) {
        // One worker, because the server writes responses from documents that another worker might be changing.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 1);
    }

    /** Starts a server without data on a free port. */
    public static MongoWireServer start() {
        return new MongoWireServer(0);
    }

    /** Starts a server without data on a port that another one used. */
    public static MongoWireServer startAt(int port) {
        return new MongoWireServer(port);
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** Returns the URL of a database on this server. */
    public String url(String database) {
        return "mongodb://127.0.0.1:" + port() + "/" + database;
    }

    /**
     * Creates an empty database on a server that all tests of the process share, and returns its URL. Its timeouts suit
     * a busy machine.
     */
    public static String newDatabase() {
        String name = "sessions_" + UUID.randomUUID().toString().replace("-", "");
        String real = System.getProperty("mongod.uri");
        return real == null
                ? Holder.SHARED.url(name) + "?serverSelectionTimeoutMS=60000&waitQueueTimeoutMS=60000"
                : real.replaceFirst("/?(\\?|$)", "/" + name + "$1");
    }

    /** Returns all documents of a database, from all collections, as JSON. */
    public static List<String> documents(String url) {
        ConnectionString address = new ConnectionString(url);
        List<String> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(address)) {
            MongoDatabase database = client.getDatabase(Objects.requireNonNull(address.getDatabase()));
            for (String collection : database.listCollectionNames()) {
                database.getCollection(collection).find().map(Document::toJson).into(documents);
            }
        }
        return documents;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Starts the server on first use. */
    private static final class Holder {
        private static final MongoWireServer SHARED = start();
    }
}
