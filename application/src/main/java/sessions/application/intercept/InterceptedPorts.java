package sessions.application.intercept;

import sessions.domain.port.driving.DrivingPorts;

/** Puts interceptors around the driving ports. */
public final class InterceptedPorts {

    private InterceptedPorts() {
    }

    /**
     * The ports with everything that an interceptor does around each call. Of several, one goes {@linkplain
     * Interceptor#outside outside} the other: an audit outside the access control also sees what is refused.
     */
    public static DrivingPorts of(DrivingPorts ports, Interceptor interceptor) {
        return new DrivingPorts(new InterceptedSessions(ports.sessions(), interceptor),
                new InterceptedResources(ports.resources(), interceptor),
                new InterceptedAdmin(ports.admin(), interceptor),
                new InterceptedMonitoring(ports.monitoring(), interceptor));
    }
}
