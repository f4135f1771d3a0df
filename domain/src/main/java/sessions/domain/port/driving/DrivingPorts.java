package sessions.domain.port.driving;

/**
 * All that the application offers, for adapters that serve it whole.
 *
 * @param sessions the contract
 * @param resources sessions as resources
 * @param admin operations on many sessions
 * @param monitoring what the service says of itself
 */
public record DrivingPorts(ISessionsV1 sessions, SessionResources resources, SessionAdmin admin,
        Monitoring monitoring) {
}
