package sessions.bootstrap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.PostgresServer;

class AdminResourcesTest {

    @Nested
    class OnMemory extends AdminResources {
        OnMemory() {
            super("memory:");
        }
    }

    @Nested
    class OnH2 extends AdminResources {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnFile extends AdminResources {
        OnFile(@TempDir Path folder) {
            super("file:" + folder.resolve("sessions.json"));
        }
    }

    @Nested
    class OnPostgres extends AdminResources {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }
}
