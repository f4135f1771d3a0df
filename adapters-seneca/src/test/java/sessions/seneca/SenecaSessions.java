package sessions.seneca;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;
import sessions.wire.command.CommandArguments;
import sessions.wire.resource.ResourceResponse;

/** The contract's port, implemented by sending each call as a message in a dialect. */
final class SenecaSessions implements ISessionsV1 {

    private final Dialect dialect;
    private int opened;

    SenecaSessions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the message for a command. */
    static String message(String command, String arguments) {
        return "{\"role\":\"sessions\",\"version\":1,\"cmd\":\"" + command + "\",\"custom$\":{}"
                + (arguments.equals("{}") ? "}" : "," + arguments.substring(1));
    }

    private @Nullable String act(String command, String arguments) {
        ActionResult reply = dialect.send(message(command, arguments));
        if (reply.error() == null) {
            return reply.result();
        }
        throw rejection(Objects.requireNonNull(reply.errorText("code")),
                Objects.requireNonNull(reply.errorText("message")));
    }

    private static SessionsException rejection(String code, String message) {
        return switch (code) {
            case "INVALID_DATA" -> new InvalidDataException(message, List.of());
            case "SESSION_CLOSED" -> new SessionClosedException();
            default -> throw new AssertionError(code + ": " + message);
        };
    }

    private Optional<SessionV1> session(String command, String arguments) {
        return Optional.ofNullable(act(command, arguments)).map(SenecaSessions::bytes).map(ResourceResponse::session);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return ResourceResponse.page(
                bytes(Objects.requireNonNull(act("get_sessions", CommandArguments.ofList(filter, paging)))));
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return session("get_session_by_id", CommandArguments.ofSession(sessionId));
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        IdempotencyKey key = new IdempotencyKey("opening-" + ++opened);
        return session("open_session", CommandArguments.ofOpening(opening, key)).orElseThrow();
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return session("store_session_data", CommandArguments.ofContent(sessionId, "data", data));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return session("update_session_user", CommandArguments.ofContent(sessionId, "user", user));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return session("close_session", CommandArguments.ofSession(sessionId));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        act("close_expired_sessions", CommandArguments.NONE);
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return session("delete_session_by_id", CommandArguments.ofSession(sessionId));
    }
}
