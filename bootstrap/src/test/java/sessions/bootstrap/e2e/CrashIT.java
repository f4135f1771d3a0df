package sessions.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.server.PostgresServer;

@Tag("slow")
class CrashIT {

    @TempDir
    private Path folder;

    @Test
    void acknowledgedWritesOnH2SurviveAKill() throws IOException, InterruptedException {
        new CrashRounds(folder, "jdbc:h2:file:" + folder.resolve("sessions")).run();
    }

    @Test
    void acknowledgedWritesInAFileSurviveAKill() throws IOException, InterruptedException {
        new CrashRounds(folder, "file:" + folder.resolve("sessions.json")).run();
    }

    @Test
    void acknowledgedWritesOnPostgresSurviveAKill() throws IOException, InterruptedException {
        new CrashRounds(folder, PostgresServer.newDatabase()).run();
    }
}
