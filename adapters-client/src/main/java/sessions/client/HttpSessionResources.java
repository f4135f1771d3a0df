package sessions.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;
import sessions.wire.command.CommandArguments;
import sessions.wire.resource.ActiveQuery;
import sessions.wire.resource.ListQuery;
import sessions.wire.resource.ResourceResponse;
import sessions.wire.session.OpeningJson;

/** The sessions of a remote service, as resources. */
final class HttpSessionResources implements SessionResources {

    private static final String SESSIONS = "/v2/sessions";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ServiceConnection service;

    HttpSessionResources(ServiceConnection service) {
        this.service = service;
    }

    @Override
    public CursorPage listSessions(String correlationId, SessionFilter filter, CursorPaging paging) {
        if (filter.matchesNothing()) {
            return new CursorPage(List.of(), null, paging.total() ? 0L : null);
        }
        ServiceRequest request = ServiceRequest.of("GET", SESSIONS, correlationId)
                .withQuery(new ListQuery(filter, paging).parameters()).asRepeatable();
        return service.fetch(request, ResourceResponse::cursorPage);
    }

    @Override
    public SessionPage listSessions(String correlationId, SessionFilter filter, Paging paging) {
        if (filter.matchesNothing()) {
            return new SessionPage(paging.total() ? 0L : null, List.of());
        }
        ServiceRequest request = ServiceRequest.command("get_sessions", correlationId,
                CommandArguments.ofList(filter, paging));
        return service.fetch(request.asRepeatable(), ResourceResponse::page);
    }

    @Override
    public Optional<SessionV1> getSession(String correlationId, String sessionId) {
        return fetchOptional(sessionId, path -> ServiceRequest.of("GET", path, correlationId).asRepeatable());
    }

    @Override
    public Optional<SessionV1> findActive(String correlationId, String sessionId) {
        return fetchOptional(sessionId, path -> ServiceRequest.of("GET", path, correlationId)
                .withQuery(ActiveQuery.ACTIVE).asRepeatable());
    }

    @Override
    public Optional<SessionV1> getAndTouch(String correlationId, String sessionId) {
        return service.fetchSession(sessionId, id -> ServiceRequest
                .command("get_session_by_id", correlationId, CommandArguments.ofSession(id)).asRepeatable());
    }

    /** If the caller gives no idempotency key, a random one makes it safe to repeat the request. */
    @Override
    public Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key) {
        IdempotencyKey sent = key == null ? IdempotencyKey.random() : key;
        ServiceRequest request = ServiceRequest.of("POST", SESSIONS, correlationId).withJson(OpeningJson.of(opening))
                .withHeader("Idempotency-Key", sent.value()).asRepeatable();
        return service.fetchOptionalResource(request, ResourceResponse::session);
    }

    @Override
    public Optional<SessionV1> storeData(String correlationId, String sessionId, Json data,
            @Nullable Long expectedVersion) {
        return fetchOptional(sessionId,
                path -> ServiceRequest.of("PUT", path + "/data", correlationId).withJson(data.text())
                        .ifMatch(expectedVersion));
    }

    @Override
    public Optional<SessionV1> mergeData(String correlationId, String sessionId, Json patch,
            @Nullable Long expectedVersion) {
        return fetchOptional(sessionId, path -> ServiceRequest.of("PATCH", path + "/data", correlationId)
                .withBody(MERGE_PATCH, patch.text()).ifMatch(expectedVersion));
    }

    @Override
    public Optional<SessionV1> updateUser(String correlationId, String sessionId, Json user,
            @Nullable Long expectedVersion) {
        return fetchOptional(sessionId,
                path -> ServiceRequest.of("PUT", path + "/user", correlationId).withJson(user.text())
                        .ifMatch(expectedVersion));
    }

    @Override
    public Optional<SessionV1> touch(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return fetchOptional(sessionId,
                path -> ServiceRequest.of("POST", path + "/touch", correlationId).ifMatch(expectedVersion));
    }

    @Override
    public Optional<SessionV1> close(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return fetchOptional(sessionId, path -> ServiceRequest.of("POST", path + "/close", correlationId)
                .ifMatch(expectedVersion).asRepeatable());
    }

    /** Uses the command, because the resource API does not return the deleted session. */
    @Override
    public Optional<SessionV1> delete(String correlationId, String sessionId, @Nullable Long expectedVersion) {
        return service.fetchSession(sessionId, id -> ServiceRequest.command("delete_session_by_id", correlationId,
                CommandArguments.ofChange(id, expectedVersion)).asRepeatable());
    }

    /** Sends a request about one session. Returns empty without a request if the id is not valid. */
    private Optional<SessionV1> fetchOptional(String sessionId, Function<String, ServiceRequest> request) {
        return SessionId.parse(sessionId)
                .flatMap(
                        id -> service.fetchOptionalResource(request.apply(SESSIONS + "/" + id.value()),
                                ResourceResponse::session));
    }
}
