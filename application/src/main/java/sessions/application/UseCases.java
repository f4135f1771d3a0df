package sessions.application;

import java.time.InstantSource;
import sessions.domain.DrivingPorts;
import sessions.domain.MergePatch;
import sessions.domain.SessionStore;

/** Assembles the use cases. */
public final class UseCases {

    private UseCases() {
    }

    /** All driving ports on one store, at the clock's time. */
    public static DrivingPorts on(SessionStore store, InstantSource clock, SessionRules rules, MergePatch mergePatch,
            ServiceInfo info) {
        return new DrivingPorts(new SessionsService(store, clock, rules),
                new SessionResourcesService(store, clock, rules, mergePatch), new SessionAdminService(store, clock),
                new MonitoringService(info, clock));
    }
}
