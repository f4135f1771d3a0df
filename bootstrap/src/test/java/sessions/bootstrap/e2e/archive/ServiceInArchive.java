package sessions.bootstrap.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.contract.ExchangeReplay;
import sessions.bootstrap.e2e.AdminProgram;
import sessions.bootstrap.e2e.Launcher;
import sessions.bootstrap.e2e.ServiceProcess;
import sessions.testkit.server.HttpCalls;

/** The program from the archive, on a machine without Java. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceInArchive {

    private UnpackedArchive archive = new UnpackedArchive(Path.of(""));
    private ServiceProcess service = null;
    private HttpCalls calls = null;

    @BeforeAll
    void start(@TempDir Path parent) throws IOException, InterruptedException {
        archive = UnpackedArchive.unpackedIn(parent);
        service = ServiceProcess.start(archive.launcher(), "jdbc:h2:file:./data/sessions");
        calls = new HttpCalls(service.port());
    }

    @AfterAll
    void stop() {
        calls.close();
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> responsesAreAsRecordedWithTheOriginal() {
        return new ExchangeReplay(calls).all();
    }

    @Test
    void adminCommandsWork() throws InterruptedException {
        AdminProgram operator = AdminProgram.of(archive.launcher(), service.port());
        String id = operator.open("alice");
        assertThat(operator.ok("get", id)).contains("\"user_id\":\"alice\"");
        assertThat(operator.ok("--help")).startsWith("Usage: sessions");
    }

    @Test
    void stopsOnSigterm() throws IOException, InterruptedException {
        try (ServiceProcess other = ServiceProcess.start(archive.launcher(), "memory:")) {
            other.terminate();
            assertThat(other.await()).isEqualTo(new Launcher.Ran(143, "Stopped." + System.lineSeparator(), ""));
        }
    }
}
