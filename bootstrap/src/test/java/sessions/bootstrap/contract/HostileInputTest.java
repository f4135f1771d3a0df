package sessions.bootstrap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.PostgresServer;

class HostileInputTest {

    @Nested
    class OnMemory extends HostileInput {
        OnMemory() {
            super("memory:");
        }
    }

    @Nested
    class OnH2 extends HostileInput {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnFile extends HostileInput {
        OnFile(@TempDir Path folder) {
            super("file:" + folder.resolve("sessions.json"));
        }
    }

    @Nested
    class OnPostgres extends HostileInput {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }
}
