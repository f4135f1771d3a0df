package sessions.domain.port.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The status of a service at one moment.
 *
 * @param id the id of this instance, which is the host name in the contract
 * @param name the service's name
 * @param description a description for people
 * @param startTime when the service started
 * @param currentTime when the status was requested
 * @param components the running components, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceStatus(String id, String name, String description, Instant startTime, Instant currentTime,
        List<String> components) {

    public ServiceStatus {
        components = List.copyOf(components);
    }

    /** Returns the time since the start. */
    public Duration uptime() {
        return Duration.between(startTime, currentTime);
    }
}
