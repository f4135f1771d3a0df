package sessions.seneca;

import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.wire.command.SessionCommands;

/**
 * What messages are run by.
 *
 * @param admission asked who calls before a message is looked at
 * @param telemetry is told of each message
 */
record Service(SessionCommands commands, Authenticator admission, Telemetry telemetry) {

    static Service of(DrivingPorts ports, Authenticator admission, Telemetry telemetry) {
        return new Service(new SessionCommands(ports.sessions(), ports.resources()), admission, telemetry);
    }
}
