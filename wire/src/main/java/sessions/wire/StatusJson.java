package sessions.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import sessions.domain.ServiceStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of {@code GET /status}, in the contract's shape.
 *
 * @param id which instance this is
 * @param startTime time as the contract writes it, like {@code currentTime}
 * @param uptime milliseconds since the start
 * @param properties always empty here
 * @param components descriptors of the parts that run
 */
public record StatusJson(String id, String name, String description, @JsonProperty("start_time") String startTime,
        @JsonProperty("current_time") String currentTime, long uptime, Map<String, String> properties,
        List<String> components) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static StatusJson of(ServiceStatus status) {
        return new StatusJson(status.id(), status.name(), status.description(), SessionJson.time(status.startTime()),
                SessionJson.time(status.currentTime()), status.uptime().toMillis(), Map.of(), status.components());
    }

    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }
}
