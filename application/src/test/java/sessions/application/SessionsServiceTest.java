package sessions.application;

import sessions.domain.ISessionsV1;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SessionsLifeCycleContract;
import sessions.testkit.SessionsListContract;
import sessions.testkit.SettableClock;

class SessionsServiceTest implements SessionsLifeCycleContract, SessionsListContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final ISessionsV1 sessions = new SessionsService(new MemorySessionStore(), clock,
            new SessionRules(Fixtures.ONE_HOUR, MAX_PAGE_SIZE));

    @Override
    public ISessionsV1 sessions() {
        return sessions;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
