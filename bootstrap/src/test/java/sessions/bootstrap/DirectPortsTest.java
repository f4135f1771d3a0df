package sessions.bootstrap;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.DrivingPorts;
import sessions.persistence.jdbi.JdbiSessionStore;
import sessions.testkit.DrivingPortsContract;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** What {@code --direct} works on keeps the contract as a service does. */
class DirectPortsTest implements DrivingPortsContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);

    @TempDir
    private Path folder = Path.of("");

    private DirectPorts service = inMemory();

    @BeforeEach
    void openTheStoreOfAServiceThatIsDown() {
        service.close();
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        JdbiSessionStore.open(url, null, null).close();
        service = open(url);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private DirectPorts inMemory() {
        return open("memory:");
    }

    private DirectPorts open(String url) {
        return DirectPorts.open(new StoreSettings(url, null, null), Fixtures.ONE_HOUR, clock);
    }

    @Override
    public DrivingPorts ports() {
        return service.ports();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
