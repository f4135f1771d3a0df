package sessions.application;

import java.time.Instant;
import java.util.List;

/**
 * The part of the service's status that does not change while it runs.
 *
 * @param id the id of this instance, which is the host name in the contract
 * @param name the service's name
 * @param description a description for people
 * @param startTime when the service started
 * @param components the running components, as descriptors {@code group:type:kind:name:version}
 */
public record ServiceInfo(String id, String name, String description, Instant startTime, List<String> components) {

    public ServiceInfo {
        components = List.copyOf(components);
    }
}
