package sessions.shell;

import java.util.function.ToIntFunction;
import sessions.domain.port.driving.DrivingPorts;

/** Where a command gets a service from. */
public interface ServiceSource {

    /**
     * Runs work on a service and releases afterwards what that took.
     *
     * @return what the work answers
     * @throws sessions.domain.error.SessionsException where the service cannot be reached, or refuses
     */
    int with(ServiceTarget connection, ToIntFunction<DrivingPorts> work);
}
