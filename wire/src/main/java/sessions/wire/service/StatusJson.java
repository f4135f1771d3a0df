package sessions.wire.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sessions.domain.error.InvalidDataException;
import sessions.domain.port.driving.ServiceStatus;
import sessions.wire.json.TimeText;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The response of {@code GET /status}, in the contract's form.
 *
 * @param id the id of the instance
 * @param startTime a time as in the contract, like {@code currentTime}
 * @param uptime milliseconds since the start
 * @param properties more about the service, by name
 * @param components descriptors of the running components
 */
public record StatusJson(String id, String name, String description, @JsonProperty("start_time") String startTime,
        @JsonProperty("current_time") String currentTime, long uptime, Map<String, String> properties,
        List<String> components) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL)).build();

    public static StatusJson of(ServiceStatus status) {
        return new StatusJson(status.id(), status.name(), status.description(), SessionJson.time(status.startTime()),
                SessionJson.time(status.currentTime()), status.uptime().toMillis(), status.properties(),
                status.components());
    }

    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }

    /**
     * Reads such a response. Unknown members are ignored, because the service may be newer.
     *
     * @throws InvalidDataException if the body is not such a response
     */
    public static ServiceStatus read(byte[] body) {
        try {
            StatusJson status = Optional.ofNullable(MAPPER.readValue(body, StatusJson.class))
                    .orElseThrow(StatusJson::notAStatus);
            return new ServiceStatus(status.id, status.name, status.description, time("start_time", status.startTime),
                    time("current_time", status.currentTime), status.properties, status.components);
        } catch (JacksonException other) {
            throw notAStatus();
        }
    }

    private static Instant time(String name, String text) {
        return TimeText.parse(text, false).orElseThrow(() -> InvalidDataException.of(name, TimeText.EXPECTED));
    }

    private static InvalidDataException notAStatus() {
        return InvalidDataException.of("status", "must be a response of GET /status");
    }
}
