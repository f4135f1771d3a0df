package sessions.persistence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;

/** Reads and writes the documents as another program does. */
final class RawSessions {

    private RawSessions() {
    }

    static void execute(String url, Consumer<MongoCollection<BsonDocument>> command) {
        query(url, sessions -> {
            command.accept(sessions);
            return true;
        });
    }

    static <T> T query(String url, Function<MongoCollection<BsonDocument>, T> function) {
        try (MongoClient client = MongoClients.create(url)) {
            return function.apply(client.getDatabase(database(url)).getCollection("sessions", BsonDocument.class));
        }
    }

    static void drop(String url) {
        try (MongoClient client = MongoClients.create(url)) {
            client.getDatabase(database(url)).drop();
        }
    }

    private static String database(String url) {
        return Objects.requireNonNull(new ConnectionString(url).getDatabase());
    }
}
