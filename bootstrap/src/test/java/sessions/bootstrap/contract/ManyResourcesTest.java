package sessions.bootstrap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.PostgresServer;

class ManyResourcesTest {

    @Nested
    class OnMemory extends ManyResources {
        OnMemory() {
            super("memory:");
        }
    }

    @Nested
    class OnH2 extends ManyResources {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnFile extends ManyResources {
        OnFile(@TempDir Path folder) {
            super("file:" + folder.resolve("sessions.json"));
        }
    }

    @Nested
    class OnPostgres extends ManyResources {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }
}
