package sessions.bootstrap.contract;

import java.nio.file.Path;
import java.util.Set;
import sessions.testkit.server.MongoWireServer;
import sessions.testkit.server.PostgresServer;
import sessions.testkit.store.StoreLimitation;

/** The stores on which the service is tested. */
public enum TestedStore {

    MEMORY("memory") {
        @Override
        public String newUrl(Path folder) {
            return "memory:";
        }
    },

    H2("H2") {
        @Override
        public String newUrl(Path folder) {
            return "jdbc:h2:file:" + folder.resolve("sessions");
        }
    },

    FILE("file") {
        @Override
        public String newUrl(Path folder) {
            return "file:" + folder.resolve("sessions.json");
        }
    },

    POSTGRES("PostgreSQL") {
        @Override
        public String newUrl(Path folder) {
            return PostgresServer.newDatabase();
        }
    },

    MONGODB("MongoDB") {
        @Override
        public String newUrl(Path folder) {
            return MongoWireServer.newDatabase();
        }

        @Override
        Set<StoreLimitation> limitations() {
            return StoreLimitation.OF_MONGODB;
        }
    };

    private final String title;

    TestedStore(String title) {
        this.title = title;
    }

    /** Returns the URL of an empty store. */
    public abstract String newUrl(Path folder);

    /** The name in the documentation. */
    String title() {
        return title;
    }

    /** The capabilities that it lacks. */
    Set<StoreLimitation> limitations() {
        return Set.of();
    }
}
