package sessions.seneca.message;

import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.wire.command.SessionCommands;

/**
 * The parts that process messages.
 *
 * @param authenticator authenticates the caller before the message is read
 * @param telemetry receives each message
 */
public record SenecaService(SessionCommands commands, Authenticator authenticator, Telemetry telemetry) {

    public static SenecaService of(DrivingPorts ports, Authenticator authenticator, Telemetry telemetry) {
        return new SenecaService(new SessionCommands(ports.sessions(), ports.resources()), authenticator, telemetry);
    }
}
