package sessions.grpc.service;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Function;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionText;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;
import sessions.grpc.call.CallHandler;
import sessions.wire.command.TypedArguments;
import sessions_v1.PagingParams;
import sessions_v1.SessionEmptyReply;
import sessions_v1.SessionEmptyRequest;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;
import sessions_v1.SessionPageReply;
import sessions_v1.SessionPageRequest;
import sessions_v1.SessionStoreDataRequest;
import sessions_v1.SessionUpdateUserRequest;
import sessions_v1.SessionsProto;

/** The typed service: each of its methods calls one operation of the driving port. */
public final class TypedSessionsService {

    public static final ServiceDescriptor SERVICE = SessionsProto.getDescriptor().findServiceByName("Sessions");

    private final ISessionsV1 sessions;
    private final CallHandler calls;

    public TypedSessionsService(ISessionsV1 sessions, CallHandler calls) {
        this.sessions = sessions;
        this.calls = calls;
    }

    public ServerServiceDefinition definition() {
        SessionIdRequest id = SessionIdRequest.getDefaultInstance();
        SessionObjectReply session = SessionObjectReply.getDefaultInstance();
        return new UnaryServiceBuilder(SERVICE)
                .with("get_sessions", SessionPageRequest.getDefaultInstance(), SessionPageReply.getDefaultInstance(),
                        this::getSessions)
                .with("get_session_by_id", id, session, this::getSessionById)
                .with("open_session", SessionOpenRequest.getDefaultInstance(), session, this::openSession)
                .with("store_session_data", SessionStoreDataRequest.getDefaultInstance(), session,
                        this::storeSessionData)
                .with("update_session_user", SessionUpdateUserRequest.getDefaultInstance(), session,
                        this::updateSessionUser)
                .with("close_session", id, session, this::closeSession)
                .with("close_expired_sessions", SessionEmptyRequest.getDefaultInstance(),
                        SessionEmptyReply.getDefaultInstance(), this::closeExpiredSessions)
                .with("delete_session_by_id", id, session, this::deleteSessionById).definition();
    }

    private void getSessions(SessionPageRequest request, StreamObserver<SessionPageReply> caller) {
        calls.reply(request.getCorrelationId(), caller, id -> page(id, request),
                error -> SessionPageReply.newBuilder().setError(SessionMessages.error(error)).build());
    }

    private SessionPageReply page(String correlationId, SessionPageRequest request) {
        TypedArguments arguments = new TypedArguments();
        PagingParams params = request.getPaging();
        SessionFilter filter = arguments.filter(request.getFilterMap());
        Paging paging = arguments.paging(params.getSkip(), params.getTake(), params.getTotal());
        arguments.throwIfInvalid();
        return SessionPageReply.newBuilder()
                .setPage(SessionMessages.page(sessions.getSessions(correlationId, filter, paging))).build();
    }

    private void getSessionById(SessionIdRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> sessions.getSessionById(id, request.getSessionId()));
    }

    private void openSession(SessionOpenRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> Optional.of(sessions.openSession(id, opening(request))));
    }

    private static SessionOpening opening(SessionOpenRequest request) {
        TypedArguments arguments = new TypedArguments();
        String userId = arguments.requiredText(SessionText.USER_ID, request.getUserId());
        String userName = arguments.text(SessionText.USER_NAME, request.getUserName());
        String address = arguments.text(SessionText.ADDRESS, request.getAddress());
        String client = arguments.text(SessionText.CLIENT, request.getClient());
        Json user = arguments.json("user", request.getUserBytes().toByteArray());
        Json data = arguments.json("data", request.getDataBytes().toByteArray());
        arguments.throwIfInvalid();
        return new SessionOpening(userId, userName, address, client, user, data);
    }

    private void storeSessionData(SessionStoreDataRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> sessions.storeSessionData(id, request.getSessionId(),
                content("data", request.getDataBytes().toByteArray())));
    }

    private void updateSessionUser(SessionUpdateUserRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> sessions.updateSessionUser(id, request.getSessionId(),
                content("user", request.getUserBytes().toByteArray())));
    }

    private static Json content(String name, byte[] utf8) {
        TypedArguments arguments = new TypedArguments();
        Json content = arguments.requiredJson(name, utf8);
        arguments.throwIfInvalid();
        return content;
    }

    private void closeSession(SessionIdRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> sessions.closeSession(id, request.getSessionId()));
    }

    private void closeExpiredSessions(SessionEmptyRequest request, StreamObserver<SessionEmptyReply> caller) {
        calls.reply(request.getCorrelationId(), caller, id -> {
            sessions.closeExpiredSessions(id);
            return SessionEmptyReply.getDefaultInstance();
        }, error -> SessionEmptyReply.newBuilder().setError(SessionMessages.error(error)).build());
    }

    private void deleteSessionById(SessionIdRequest request, StreamObserver<SessionObjectReply> caller) {
        reply(request.getCorrelationId(), caller, id -> sessions.deleteSessionById(id, request.getSessionId()));
    }

    /** Replies with a session, or with neither session nor error if the session does not exist. */
    private void reply(String correlationId, StreamObserver<SessionObjectReply> caller,
            Function<String, Optional<SessionV1>> work) {
        calls.reply(correlationId, caller, id -> SessionMessages.object(work.apply(id)),
                error -> SessionObjectReply.newBuilder().setError(SessionMessages.error(error)).build());
    }
}
