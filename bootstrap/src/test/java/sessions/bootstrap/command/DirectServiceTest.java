package sessions.bootstrap.command;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.DrivingPortsContract;

/** The service behind {@code --direct} fulfils the contract. */
class DirectServiceTest implements DrivingPortsContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);

    private final DirectService service;

    DirectServiceTest(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        // The service that created the store is down.
        StoreProviders.open(new StoreSettings(url, null, null)).close();
        service = DirectService.open(new StoreSettings(url, null, null), Fixtures.ONE_HOUR, clock);
    }

    @AfterEach
    void close() {
        service.close();
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
