package sessions.wire.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.SessionsException;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.Utf8;
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

    private static final Map<String, String> MISSING_SESSION = Map.of("session", "missing");

    /** What a fault of the service says to the caller: nothing about it, but the correlation id leads to the log. */
    private static final String INTERNAL = "The service failed; its log tells more under the correlation id";

    public static ErrorJson of(ErrorCode code, String message, Map<String, String> details, String correlationId) {
        return new ErrorJson(code.name(), code.status(), code.category().label(), message, code.name(), details,
                correlationId);
    }

    /** The error where a session that was asked for does not exist; {@code details} tell it from an unknown route. */
    public static ErrorJson ofMissingSession(String message, String correlationId) {
        return of(ErrorCode.NOT_FOUND, message, MISSING_SESSION, correlationId);
    }

    /** The error for anything that was thrown; what is not a {@link SessionsException} is a fault of the service. */
    public static ErrorJson of(Throwable thrown, String correlationId) {
        return thrown instanceof SessionsException rejected
                ? of(rejected.code(), rejected.getMessage(), rejected.details(), correlationId)
                : of(ErrorCode.INTERNAL, INTERNAL, Map.of(), correlationId);
    }

    /**
     * Reads an error in either shape. Members that are unknown here are passed over: the service may be newer.
     *
     * @return empty where the body is no such error; then it does not come from a service of ours
     */
    public static Optional<ErrorJson> read(byte[] body) {
        try {
            return read(JsonMembers.parseObject(Utf8.decode(body)));
        } catch (InvalidDataException | InvalidJsonException other) {
            return Optional.empty();
        }
    }

    private static Optional<ErrorJson> read(JsonMembers members) {
        String code = text(members, "code");
        String category = text(members, "category");
        String message = text(members, "message") == null ? text(members, "detail") : text(members, "message");
        JsonMembers.Value status = members.get("status");
        if (code == null || category == null || message == null || status == null
                || !status.text().matches("[1-5]\\d\\d")) {
            return Optional.empty();
        }
        return Optional.of(new ErrorJson(code, Integer.parseInt(status.text()), category, message, code,
                details(members), Objects.requireNonNullElse(text(members, "correlation_id"), "")));
    }

    private static Map<String, String> details(JsonMembers members) {
        JsonMembers.Value value = members.get("details");
        JsonMembers given = JsonMembers.parse(value == null ? "" : value.text());
        Map<String, String> details = new LinkedHashMap<>();
        given.names().forEach(name -> {
            String detail = text(given, name);
            if (detail != null) {
                details.put(name, detail);
            }
        });
        return details;
    }

    private static @Nullable String text(JsonMembers members, String name) {
        JsonMembers.Value value = members.get(name);
        return value == null ? null : value.string();
    }

    /** Whether it says that the session that was asked for does not exist, and not just the route. */
    public boolean reportsMissingSession() {
        return code.equals(ErrorCode.NOT_FOUND.name()) && details.entrySet().containsAll(MISSING_SESSION.entrySet());
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
