package sessions.seneca;

import sessions.domain.Admission;
import sessions.domain.DrivingPorts;
import sessions.domain.Telemetry;
import sessions.wire.SessionCommands;

/**
 * What messages are run by.
 *
 * @param admission asked who calls before a message is looked at
 * @param telemetry is told of each message
 */
record Service(SessionCommands commands, Admission admission, Telemetry telemetry) {

    static Service of(DrivingPorts ports, Admission admission, Telemetry telemetry) {
        return new Service(new SessionCommands(ports.sessions(), ports.resources()), admission, telemetry);
    }
}
