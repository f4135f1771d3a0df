package sessions.shell;

import java.util.function.ToIntFunction;
import sessions.domain.port.driving.DrivingPorts;

/** Connects commands to a service. */
public interface ServiceSource {

    /**
     * Runs work on a service and releases its resources afterwards.
     *
     * @return the result of the work
     * @throws sessions.domain.error.SessionsException if the service cannot be reached or rejects the connection
     */
    int with(ServiceTarget connection, ToIntFunction<DrivingPorts> work);
}
