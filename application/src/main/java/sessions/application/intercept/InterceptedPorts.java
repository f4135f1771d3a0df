package sessions.application.intercept;

import sessions.application.SessionsV1Facade;
import sessions.domain.port.driving.DrivingPorts;

/** Puts interceptors around the driving ports. */
public final class InterceptedPorts {

    private InterceptedPorts() {
    }

    /**
     * Returns the ports with an interceptor around each call. The contract is served by a new {@link SessionsV1Facade} on
     * the intercepted ports; {@code ports.sessions()} is not called. Interceptors can be {@linkplain Interceptor#outside
     * nested}: an audit outside the access control also records rejected calls.
     */
    public static DrivingPorts of(DrivingPorts ports, Interceptor interceptor) {
        return SessionsV1Facade.ports(new InterceptedResources(ports.resources(), interceptor),
                new InterceptedAdmin(ports.admin(), interceptor),
                new InterceptedMonitoring(ports.monitoring(), interceptor));
    }
}
