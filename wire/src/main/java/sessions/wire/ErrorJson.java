package sessions.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import sessions.domain.ErrorCode;
import sessions.domain.SessionsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was refused or failed, in the contract's shape or as problem details; never with a stack trace.
 *
 * @param name the code once more, as the contract has it
 * @param details particulars by name, left out where there are none
 */
public record ErrorJson(String code, int status, String category, String message, String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details,
        @JsonProperty("correlation_id") String correlationId) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What a fault of the service says to the caller: nothing about it, but the correlation id leads to the log. */
    private static final String INTERNAL = "The service failed; its log tells more under the correlation id";

    public static ErrorJson of(ErrorCode code, String message, Map<String, String> details, String correlationId) {
        return new ErrorJson(code.name(), code.status(), code.category().label(), message, code.name(), details,
                correlationId);
    }

    /** The error for anything that was thrown; what is not a {@link SessionsException} is a fault of the service. */
    public static ErrorJson of(Throwable thrown, String correlationId) {
        return thrown instanceof SessionsException refused
                ? of(refused.code(), refused.getMessage(), refused.details(), correlationId)
                : of(ErrorCode.INTERNAL, INTERNAL, Map.of(), correlationId);
    }

    /** The same error under another status, where a protocol has a finer one for it. */
    public ErrorJson withStatus(int other) {
        return new ErrorJson(code, other, category, message, name, details, correlationId);
    }

    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }

    /**
     * The same as problem details (RFC 9457).
     *
     * @param title what the status means
     */
    public String toProblem(String title) {
        return MAPPER.writeValueAsString(
                new Problem("about:blank", title, status, message, code, category, correlationId, details));
    }

    /** In place of a type of its own, the code says which error it is. */
    private record Problem(String type, String title, int status, String detail, String code, String category,
            @JsonProperty("correlation_id") String correlationId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details) {
    }
}
