package sessions.bootstrap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.PostgresServer;

class RecordedExchangesTest {

    @Nested
    class OnMemory extends RecordedExchanges {
        OnMemory() {
            super("memory:");
        }
    }

    @Nested
    class OnH2 extends RecordedExchanges {
        OnH2(@TempDir Path folder) {
            super("jdbc:h2:file:" + folder.resolve("sessions"));
        }
    }

    @Nested
    class OnFile extends RecordedExchanges {
        OnFile(@TempDir Path folder) {
            super("file:" + folder.resolve("sessions.json"));
        }
    }

    @Nested
    class OnPostgres extends RecordedExchanges {
        OnPostgres() {
            super(PostgresServer.newDatabase());
        }
    }
}
