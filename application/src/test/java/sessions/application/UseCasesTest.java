package sessions.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.CallersContract;
import sessions.testkit.port.DrivingPortsContract;
import sessions.wire.mergepatch.JsonMergePatch;

class UseCasesTest implements DrivingPortsContract, CallersContract {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final DrivingPorts ports = UseCases.on(new MemorySessionStore(), clock,
            new SessionRules(Fixtures.ONE_HOUR, MAX_PAGE_SIZE, Duration.ZERO, false, IDEMPOTENCY_WINDOW),
            new JsonMergePatch(1000),
            new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));

    @Override
    public DrivingPorts ports() {
        return ports;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
