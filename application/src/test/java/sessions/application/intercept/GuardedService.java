package sessions.application.intercept;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.ResourcesContract;
import sessions.testkit.port.SessionsContract;
import sessions.wire.mergepatch.JsonMergePatch;

/** The real service on the memory store with access control and audit, as seen by different callers. */
final class GuardedService {

    static final Caller ADMIN = new Caller("operator", Role.ADMIN, "192.0.2.1");
    static final Caller WRITER = new Caller("gateway", Role.WRITER, "192.0.2.2");
    static final Caller READER = new Caller("monitor", Role.READER, "192.0.2.3");

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final List<AuditEvent> events = new ArrayList<>();
    private final DrivingPorts ports = UseCases.on(new MemorySessionStore(), clock,
            new SessionRules(Fixtures.ONE_HOUR, SessionsContract.MAX_PAGE_SIZE, Duration.ZERO, false,
                    ResourcesContract.IDEMPOTENCY_WINDOW),
            new JsonMergePatch(1000),
            new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));

    DrivingPorts as(Caller caller) {
        return InterceptedPorts.of(ports, calling(caller).outside(accessControlAndAudit()));
    }

    /** As in the program. */
    private Interceptor accessControlAndAudit() {
        return new Audit(events::add).outside(new AccessControl());
    }

    /** As an API does. */
    private static Interceptor calling(Caller caller) {
        return new Interceptor() {
            @Override
            public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
                return Caller.CURRENT.call(caller, next::run);
            }
        };
    }

    SettableClock clock() {
        return clock;
    }

    /** Returns the audited events. */
    List<AuditEvent> events() {
        return events;
    }
}
