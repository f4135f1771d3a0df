package sessions.application;

import java.time.Duration;
import sessions.domain.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.AdminContract;
import sessions.testkit.Fixtures;
import sessions.testkit.ResourcesChangeContract;
import sessions.testkit.ResourcesListContract;
import sessions.testkit.ResourcesOpeningContract;
import sessions.testkit.SettableClock;
import sessions.wire.JsonMergePatch;

class UseCasesTest
        implements
            ResourcesChangeContract,
            ResourcesOpeningContract,
            ResourcesListContract,
            AdminContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final DrivingPorts ports = UseCases.on(new MemorySessionStore(), clock,
            new SessionRules(EXPIRY, MAX_PAGE_SIZE, Duration.ZERO, false, WINDOW), new JsonMergePatch(1000));

    @Override
    public DrivingPorts ports() {
        return ports;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
