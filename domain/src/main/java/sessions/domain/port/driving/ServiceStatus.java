package sessions.domain.port.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a service tells about itself at one moment.
 *
 * @param id which instance this is; the host's name in the contract
 * @param name the service's name
 * @param description what it is, for people
 * @param startTime when it started
 * @param currentTime when this was asked
 * @param components the parts it runs, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceStatus(String id, String name, String description, Instant startTime, Instant currentTime,
        List<String> components) {

    public ServiceStatus {
        components = List.copyOf(components);
    }

    /** How long it has been running. */
    public Duration uptime() {
        return Duration.between(startTime, currentTime);
    }
}
