package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import commandable.InvokeReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
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

/** The driving port over the generic service; it requests sessions with version and expiry. */
final class GenericClient implements ISessionsV1 {

    private final GrpcFixture api;

    GenericClient(GrpcFixture api) {
        this.api = api;
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return ResourceResponse
                .page(result("get_sessions", CommandArguments.ofList(filter, paging)).orElseThrow());
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return session("get_session_by_id", CommandArguments.ofSession(sessionId));
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        return session("open_session",
                CommandArguments.ofOpening(opening, new IdempotencyKey(UUID.randomUUID().toString()))).orElseThrow();
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
        assertThat(result("close_expired_sessions", "")).isEmpty();
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return session("delete_session_by_id", CommandArguments.ofSession(sessionId));
    }

    private Optional<SessionV1> session(String command, String arguments) {
        return result(command, arguments).map(ResourceResponse::session);
    }

    private Optional<byte[]> result(String command, String arguments) {
        InvokeReply reply = api.invoke(command, arguments);
        if (reply.hasError()) {
            throw ResponseErrors.exception(reply.getError().getCode(), reply.getError().getMessage(),
                    reply.getError().getDetailsMap());
        }
        return reply.getResultEmpty()
                ? Optional.empty()
                : Optional.of(reply.getResultJson().getBytes(StandardCharsets.UTF_8));
    }
}
