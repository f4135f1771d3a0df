package sessions.application.intercept;

import sessions.application.SessionsV1Facade;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;

/** Puts interceptors around the driving ports. */
public final class InterceptedPorts {

    private InterceptedPorts() {
    }

    /**
     * The ports with everything that an interceptor does around each call. Of several, one goes {@linkplain
     * Interceptor#outside outside} the other: an audit outside the access control also sees what is refused.
     */
    public static DrivingPorts of(DrivingPorts ports, Interceptor interceptor) {
        SessionResources resources = new InterceptedResources(ports.resources(), interceptor);
        SessionAdmin admin = new InterceptedAdmin(ports.admin(), interceptor);
        return new DrivingPorts(new SessionsV1Facade(resources, admin), resources, admin,
                new InterceptedMonitoring(ports.monitoring(), interceptor));
    }
}
