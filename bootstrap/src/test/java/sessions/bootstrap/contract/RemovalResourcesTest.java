package sessions.bootstrap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.PostgresServer;

class RemovalResourcesTest {

    @Nested
    class OnMemory extends RemovalResources {
        OnMemory() {
            super("memory:");
        }
    }

    @Nested
    class OnH2 extends RemovalResources {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnPostgres extends RemovalResources {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }
}
