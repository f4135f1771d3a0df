package sessions.domain.port.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The status of a service at one moment.
 *
 * @param id the id of this instance, which is the host name in the contract
 * @param name the service's name
 * @param description a description for people
 * @param startTime when the service started
 * @param currentTime when the status was requested
 * @param properties more about the service, by name, such as {@code version}
 * @param components the running components, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceStatus(String id, String name, String description, Instant startTime, Instant currentTime,
        Map<String, String> properties, List<String> components) {

    public ServiceStatus {
        properties = Map.copyOf(properties);
        components = List.copyOf(components);
    }

    /** Returns the time since the start. */
    public Duration uptime() {
        return Duration.between(startTime, currentTime);
    }
}
