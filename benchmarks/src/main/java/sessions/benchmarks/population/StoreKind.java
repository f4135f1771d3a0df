package sessions.benchmarks.population;

import java.nio.file.Path;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.server.PostgresServer;

/** The stores to measure. */
public enum StoreKind {

    H2("H2, file") {
        @Override
        public SessionStore filled(Population population, Path folder) {
            return sql("jdbc:h2:file:" + folder.resolve("sessions"), "", population, "");
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        public SessionStore filled(Population population, Path folder) {
            // Otherwise autovacuum would do the same during the measurement.
            return sql(PostgresServer.newDatabaseWithDefaultTimeouts(), "&reWriteBatchedInserts=true", population,
                    "vacuum analyze sessions");
        }
    },
    MEMORY("memory") {
        @Override
        public SessionStore filled(Population population, Path folder) {
            SessionStore store = new MemorySessionStore();
            population.sessions().forEach(store.sessions()::insert);
            return store;
        }
    };

    private final String words;

    StoreKind(String words) {
        this.words = words;
    }

    /**
     * Returns a new store with the sessions.
     *
     * @param folder an empty folder for its files
     */
    public abstract SessionStore filled(Population population, Path folder);

    private static SessionStore sql(String url, String loading, Population population, String afterwards) {
        SessionStore store = StoreProviders.open(new StoreSettings(url, null, null));
        SqlBulkLoader.run(url + loading, population, afterwards);
        return store;
    }

    @Override
    public String toString() {
        return words;
    }
}
