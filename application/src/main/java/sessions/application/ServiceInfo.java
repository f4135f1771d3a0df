package sessions.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The part of the service's status that does not change while it runs.
 *
 * @param id the id of this instance, which is the host name in the contract
 * @param name the service's name
 * @param description a description for people
 * @param startTime when the service started
 * @param properties more about the service, by name, such as {@code version}
 * @param components the running components, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceInfo(String id, String name, String description, Instant startTime,
        Map<String, String> properties, List<String> components) {

    public ServiceInfo {
        properties = Map.copyOf(properties);
        components = List.copyOf(components);
    }
}
