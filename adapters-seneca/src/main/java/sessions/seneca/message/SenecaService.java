package sessions.seneca.message;

import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.wire.command.SessionCommands;

/**
 * What messages are run by.
 *
 * @param authenticator asked who calls before a message is looked at
 * @param telemetry is told of each message
 */
public record SenecaService(SessionCommands commands, Authenticator authenticator, Telemetry telemetry) {

    public static SenecaService of(DrivingPorts ports, Authenticator authenticator, Telemetry telemetry) {
        return new SenecaService(new SessionCommands(ports.sessions(), ports.resources()), authenticator, telemetry);
    }
}
