package sessions.client;

import org.junit.jupiter.api.AfterEach;
import sessions.domain.port.driving.DrivingPorts;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.DrivingPortsContract;

/** The client fulfils the contract of the driving ports. */
class SessionsHttpClientV1Test implements DrivingPortsContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final LocalService service = LocalService.start(clock);
    private final SessionsHttpClientV1 client = service.client();

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Override
    public DrivingPorts ports() {
        return client.ports();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
