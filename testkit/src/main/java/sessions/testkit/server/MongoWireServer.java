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
 * A server in this process that speaks MongoDB's wire protocol. Where the system property {@code mongod.uri} names a real
 * one, that is used for {@linkplain #newDatabase() databases} instead.
 */
public final class MongoWireServer implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());

    private MongoWireServer(int port) {
        // One worker: the server writes answers from documents that another one might be changing.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 1);
    }

    /** A server with no data of its own, on a free port. */
    public static MongoWireServer start() {
        return new MongoWireServer(0);
    }

    /** A server with no data of its own, on a port where another one was. */
    public static MongoWireServer startAt(int port) {
        return new MongoWireServer(port);
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** Where a client finds a database of this server. */
    public String url(String database) {
        return "mongodb://127.0.0.1:" + port() + "/" + database;
    }

    /**
     * A new, empty database on a server that the tests of one process share: its URL, with waits that outlast a busy machine.
     */
    public static String newDatabase() {
        String name = "sessions_" + UUID.randomUUID().toString().replace("-", "");
        String real = System.getProperty("mongod.uri");
        return real == null
                ? Holder.SHARED.url(name) + "?serverSelectionTimeoutMS=60000&waitQueueTimeoutMS=60000"
                : real.replaceFirst("/?(\\?|$)", "/" + name + "$1");
    }

    /** All documents of a database, whatever their collection, as JSON. */
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

    /** Starts the server when the first test asks. */
    private static final class Holder {
        private static final MongoWireServer SHARED = start();
    }
}
