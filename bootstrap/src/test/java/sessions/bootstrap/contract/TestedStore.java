package sessions.bootstrap.contract;

import java.nio.file.Path;
import java.util.Set;
import sessions.testkit.MongoWireServer;
import sessions.testkit.PostgresServer;
import sessions.testkit.StoreGap;

/** The stores on which the service is tested. */
enum TestedStore {

    MEMORY("memory") {
        @Override
        String newUrl(Path folder) {
            return "memory:";
        }
    },

    H2("H2") {
        @Override
        String newUrl(Path folder) {
            return "jdbc:h2:file:" + folder.resolve("sessions");
        }
    },

    FILE("file") {
        @Override
        String newUrl(Path folder) {
            return "file:" + folder.resolve("sessions.json");
        }
    },

    POSTGRES("PostgreSQL") {
        @Override
        String newUrl(Path folder) {
            return PostgresServer.newDatabase();
        }
    },

    MONGODB("MongoDB") {
        @Override
        String newUrl(Path folder) {
            return MongoWireServer.newDatabase();
        }

        @Override
        Set<StoreGap> gaps() {
            return StoreGap.OF_MONGODB;
        }
    };

    private final String title;

    TestedStore(String title) {
        this.title = title;
    }

    /** A store without sessions. */
    abstract String newUrl(Path folder);

    /** As the documentation calls it. */
    String title() {
        return title;
    }

    /** What it cannot do. */
    Set<StoreGap> gaps() {
        return Set.of();
    }
}
