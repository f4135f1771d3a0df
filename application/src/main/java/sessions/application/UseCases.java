package sessions.application;

import java.time.InstantSource;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.MergePatch;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.domain.port.driving.SessionTransfer;

/** Assembles the use cases. */
public final class UseCases {

    private UseCases() {
    }

    /** Returns all driving ports on one store, at the clock's time. */
    public static DrivingPorts on(SessionStore store, InstantSource clock, SessionRules rules, MergePatch mergePatch,
            ServiceInfo info) {
        return on(store, clock, rules, mergePatch, info, new Readiness(store));
    }

    /** The same for an instance that can be marked as stopping. */
    public static DrivingPorts on(SessionStore store, InstantSource clock, SessionRules rules, MergePatch mergePatch,
            ServiceInfo info, Readiness readiness) {
        SessionResources resources = new SessionResourcesService(store, clock, rules, mergePatch);
        SessionAdmin admin = new SessionAdminService(store, clock);
        return SessionsV1Facade.ports(resources, admin, new MonitoringService(info, clock, readiness));
    }

    /** Returns a transfer out of and into a store, as of the clock's current time. */
    public static SessionTransfer transfer(SessionStore store, InstantSource clock, ExpiryPolicy expiry) {
        return new SessionTransferService(store, clock.instant(), expiry);
    }
}
