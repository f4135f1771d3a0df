package sessions.application;

import java.time.Instant;
import java.util.List;

/**
 * What a service tells about itself that does not change while it runs.
 *
 * @param id which instance this is; the host's name in the contract
 * @param name the service's name
 * @param description what it is, for people
 * @param startTime when it started
 * @param components the parts it runs, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceInfo(String id, String name, String description, Instant startTime, List<String> components) {

    public ServiceInfo {
        components = List.copyOf(components);
    }
}
