package sessions.seneca;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.SessionsLifeCycleContract;
import sessions.testkit.port.SessionsListContract;

/** The service fulfils the contract for messages with {@code seneca-*} headers. */
class HeadersDialectTest implements SessionsLifeCycleContract, SessionsListContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final SenecaFixture service = SenecaFixture.start(clock);
    private final Dialect dialect = HttpDialects.headers(service.httpPort(), Map.of());
    private final SenecaSessions sessions = new SenecaSessions(dialect);

    @AfterEach
    void close() {
        dialect.close();
        service.close();
    }

    @Override
    public ISessionsV1 sessions() {
        return sessions;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
