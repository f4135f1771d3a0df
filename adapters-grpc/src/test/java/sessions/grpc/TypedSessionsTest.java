package sessions.grpc;

import org.junit.jupiter.api.AfterEach;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.SessionsLifeCycleContract;
import sessions.testkit.port.SessionsListContract;

/** The typed service fulfils the contract. */
class TypedSessionsTest implements SessionsLifeCycleContract, SessionsListContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final DrivingPorts ports = GrpcFixture.ports(clock);
    private final GrpcFixture api = GrpcFixture.start(ports, Authenticator.ALLOW_ALL);
    private final TypedClient client = new TypedClient(api, ports.sessions());

    @AfterEach
    void stop() {
        api.close();
    }

    @Override
    public ISessionsV1 sessions() {
        return client;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
