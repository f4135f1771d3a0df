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
 * An error in the contract's form or as problem details; never with a stack trace.
 *
 * @param name the code again, as in the contract
 * @param details details by name, omitted if there are none
 */
public record ErrorJson(String code, int status, String category, String message, String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details,
        @JsonProperty("correlation_id") String correlationId) {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Map<String, String> MISSING_SESSION = Map.of("session", "missing");

    /** The message for internal errors: it reveals nothing, but the correlation id leads to the log. */
    private static final String INTERNAL = "Internal error; see the service's log for this correlation id";

    public static ErrorJson of(ErrorCode code, String message, Map<String, String> details, String correlationId) {
        return new ErrorJson(code.name(), code.status(), code.category().label(), message, code.name(), details,
                correlationId);
    }

    /** Returns the error for a missing session; {@code details} distinguish it from an unknown route. */
    public static ErrorJson ofMissingSession(String message, String correlationId) {
        return of(ErrorCode.NOT_FOUND, message, MISSING_SESSION, correlationId);
    }

    /**
     * Returns the error for an exception. Exceptions other than {@link SessionsException} are internal errors of the
     * service.
     */
    public static ErrorJson of(Throwable thrown, String correlationId) {
        return thrown instanceof SessionsException rejected
                ? of(rejected.code(), rejected.getMessage(), rejected.details(), correlationId)
                : of(ErrorCode.INTERNAL, INTERNAL, Map.of(), correlationId);
    }

    /**
     * Reads an error in either form. Unknown members are ignored, because the service may be newer.
     *
     * @return empty if the body is not such an error; then it does not come from this service
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

    /** Returns whether the session does not exist, as opposed to the route. */
    public boolean reportsMissingSession() {
        return code.equals(ErrorCode.NOT_FOUND.name()) && details.entrySet().containsAll(MISSING_SESSION.entrySet());
    }

    /** Returns the error with a different status, for protocols with a more specific one. */
    public ErrorJson withStatus(int other) {
        return new ErrorJson(code, other, category, message, name, details, correlationId);
    }

    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }

    /**
     * Returns the error as problem details (RFC 9457).
     *
     * @param title the meaning of the status
     */
    public String toProblem(String title) {
        return MAPPER.writeValueAsString(
                new Problem("about:blank", title, status, message, code, category, correlationId, details));
    }

    /** Has no specific type; the code identifies the error. */
    private record Problem(String type, String title, int status, String detail, String code, String category,
            @JsonProperty("correlation_id") String correlationId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details) {
    }
}
