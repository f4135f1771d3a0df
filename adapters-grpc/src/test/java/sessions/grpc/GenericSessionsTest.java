package sessions.grpc;

import org.junit.jupiter.api.AfterEach;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.SessionsLifeCycleContract;
import sessions.testkit.port.SessionsListContract;

/** The generic service fulfils the contract. */
class GenericSessionsTest implements SessionsLifeCycleContract, SessionsListContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final GrpcFixture api = GrpcFixture.start(clock);

    @AfterEach
    void stop() {
        api.close();
    }

    @Override
    public ISessionsV1 sessions() {
        return new GenericClient(api);
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
