package sessions.rest;

import java.time.Instant;
import java.util.List;

/**
 * What {@code GET /status} tells about the service.
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
