package sessions.seneca.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.wire.session.ErrorJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract's error in the form that Seneca clients expect.
 *
 * @param seneca always true; otherwise the client would wrap the message and code into an error of its own
 * @param meta marks an error in the dialect with {@code meta$}; null in the other dialects
 */
public record SenecaError(@JsonUnwrapped ErrorJson error, boolean seneca,
        @JsonProperty("meta$") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Boolean> meta) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static SenecaError of(ErrorJson error) {
        return new SenecaError(error, true, null);
    }

    public static SenecaError withMeta(ErrorJson error) {
        return new SenecaError(error, true, Map.of("error", true));
    }

    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }
}
