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
     * Returns the ports with an interceptor around each call. Interceptors can be
     * {@linkplain Interceptor#outside nested}: an audit outside the access control also records rejected calls.
     */
    public static DrivingPorts of(DrivingPorts ports, Interceptor interceptor) {
        SessionResources resources = new InterceptedResources(ports.resources(), interceptor);
        SessionAdmin admin = new InterceptedAdmin(ports.admin(), interceptor);
        return new DrivingPorts(new SessionsV1Facade(resources, admin), resources, admin,
                new InterceptedMonitoring(ports.monitoring(), interceptor));
    }
}
