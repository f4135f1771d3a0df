package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;
import sessions_v1.ErrorDescription;
import sessions_v1.PagingParams;
import sessions_v1.Session;
import sessions_v1.SessionEmptyReply;
import sessions_v1.SessionEmptyRequest;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;
import sessions_v1.SessionPageReply;
import sessions_v1.SessionPageRequest;
import sessions_v1.SessionStoreDataRequest;
import sessions_v1.SessionUpdateUserRequest;

/**
 * The driving port over the typed service. Its messages do not carry version and expiry, so the client takes these from
 * the service behind the API.
 */
final class TypedClient implements ISessionsV1 {

    private final GrpcFixture api;
    private final ISessionsV1 service;
    private final Map<String, SessionV1> deleted = new HashMap<>();

    TypedClient(GrpcFixture api, ISessionsV1 service) {
        this.api = api;
        this.service = service;
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        SessionPageRequest request = SessionPageRequest.newBuilder().setCorrelationId(correlationId)
                .putAllFilter(texts(filter)).setPaging(PagingParams.newBuilder().setSkip(paging.skip())
                        .setTake(Objects.requireNonNullElse(paging.take(), 0)).setTotal(paging.total()))
                .build();
        SessionPageReply reply = api.typed("get_sessions", request, SessionPageReply.getDefaultInstance());
        throwIfAny(reply.hasError(), reply.getError());
        return new SessionPage(paging.total() ? reply.getPage().getTotal() : null,
                reply.getPage().getDataList().stream().map(this::completed).toList());
    }

    private static Map<String, String> texts(SessionFilter filter) {
        Map<String, String> texts = new HashMap<>();
        put(texts, "id", filter.id());
        put(texts, "user_id", filter.userId());
        put(texts, "active", filter.active());
        put(texts, "from_time", filter.requested().from());
        put(texts, "to_time", filter.requested().to());
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return session("get_session_by_id", id(correlationId, sessionId));
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        return session("open_session", SessionOpenRequest.newBuilder().setCorrelationId(correlationId)
                .setUserId(opening.userId()).setUserName(text(opening.userName())).setAddress(text(opening.address()))
                .setClient(text(opening.client())).setUser(json(opening.user())).setData(json(opening.data())).build())
                .orElseThrow();
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return session("store_session_data", SessionStoreDataRequest.newBuilder().setCorrelationId(correlationId)
                .setSessionId(sessionId).setData(data.text()).build());
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return session("update_session_user", SessionUpdateUserRequest.newBuilder().setCorrelationId(correlationId)
                .setSessionId(sessionId).setUser(user.text()).build());
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return session("close_session", id(correlationId, sessionId));
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        SessionEmptyReply reply = api.typed("close_expired_sessions",
                SessionEmptyRequest.newBuilder().setCorrelationId(correlationId).build(),
                SessionEmptyReply.getDefaultInstance());
        throwIfAny(reply.hasError(), reply.getError());
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        service.getSessionById(correlationId, sessionId).ifPresent(session -> deleted.put(sessionId, session));
        return session("delete_session_by_id", id(correlationId, sessionId));
    }

    private static SessionIdRequest id(String correlationId, String sessionId) {
        return SessionIdRequest.newBuilder().setCorrelationId(correlationId).setSessionId(sessionId).build();
    }

    private Optional<SessionV1> session(String method, Message request) {
        SessionObjectReply reply = api.typed(method, request, SessionObjectReply.getDefaultInstance());
        throwIfAny(reply.hasError(), reply.getError());
        return reply.hasSession() ? Optional.of(completed(reply.getSession())) : Optional.empty();
    }

    private static void throwIfAny(boolean hasError, ErrorDescription error) {
        if (hasError) {
            assertThat(error.getStackTrace()).isEmpty();
            throw ResponseErrors.exception(error.getCode(), error.getMessage(), error.getDetailsMap());
        }
    }

    private SessionV1 completed(Session message) {
        SessionV1 known = service.getSessionById("", message.getId())
                .orElseGet(() -> Objects.requireNonNull(deleted.get(message.getId())));
        return new SessionV1(new SessionId(message.getId()), message.getUserId(), orNull(message.getUserName()),
                message.getActive(), Instant.parse(message.getOpenTime()),
                message.getCloseTime().isEmpty() ? null : Instant.parse(message.getCloseTime()),
                Instant.parse(message.getRequestTime()), orNull(message.getAddress()), orNull(message.getClient()),
                content(message.getUser()), content(message.getData()), known.version(), known.expiresAt());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Json content(String text) {
        return text.isEmpty() ? null : new Json(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String json(@Nullable Json content) {
        return content == null ? "" : content.text();
    }
}
