package sessions.domain.port.driving;

/**
 * All driving ports of the application, for adapters that serve all of them.
 *
 * @param sessions the contract
 * @param resources sessions as resources
 * @param admin operations on many sessions
 * @param monitoring health and status of the service
 */
public record DrivingPorts(ISessionsV1 sessions, SessionResources resources, SessionAdmin admin,
        Monitoring monitoring) {
}
