package sessions.client;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.wire.command.CommandArguments;
import sessions.wire.resource.ResourceResponse;

/**
 * A Sessions service elsewhere, over HTTP. Its methods mean what they mean within the service and throw the same
 * exceptions, besides {@link sessions.domain.error.ServiceUnavailableException} where the service is not reached, {@link
 * ServiceFailedException} where it, or what is there in its place, fails, and {@link
 * sessions.domain.error.UnauthorizedException}. An empty correlation id leaves it to the service to make one.
 *
 * <p>A request that got no answer is repeated where that is safe: reading, opening (under a random idempotency key),
 * closing and deleting one session. Of a delete that is repeated, the answer may be empty although it was the one that
 * deleted. Storing, updating, touching and closing by filter are left to the caller. An interrupt ends the waiting and
 * stays set.
 *
 * <p>A closed session is taken for expired when it was closed. Conditions of a filter that an operation cannot send are
 * refused with {@link sessions.domain.error.InvalidDataException}.
 *
 * <p>Thread-safe; one instance serves any number of threads, virtual ones too. Once it is closed, all methods throw {@link
 * IllegalStateException}.
 */
public final class SessionsHttpClientV1 implements ISessionsV1, AutoCloseable {

    private final ServiceConnection service;
    private final SessionResources resources;
    private final SessionAdmin admin;
    private final Monitoring monitoring;

    public SessionsHttpClientV1(ClientSettings settings) {
        this(settings, Thread::sleep);
    }

    SessionsHttpClientV1(ClientSettings settings, RetryPause pause) {
        this(settings, pause, InstantSource.system());
    }

    SessionsHttpClientV1(ClientSettings settings, RetryPause pause, InstantSource clock) {
        service = new ServiceConnection(settings, pause, clock);
        resources = new HttpSessionResources(service);
        admin = new HttpSessionAdmin(service);
        monitoring = new HttpMonitoring(service);
    }

    /** Changes that apply only to the version that was seen, touch, lists by cursor, opening under a key of the caller's. */
    public SessionResources resources() {
        return resources;
    }

    /** Operations on many sessions. */
    public SessionAdmin admin() {
        return admin;
    }

    /** What the service says of itself. */
    public Monitoring monitoring() {
        return monitoring;
    }

    /** All ports, for code that is written against them. */
    public DrivingPorts ports() {
        return new DrivingPorts(this, resources, admin, monitoring);
    }

    /** Like {@link #update(String, String, Function)}, without a correlation id of the caller's. */
    public Optional<SessionV1> update(String sessionId, Function<@Nullable Json, Json> change) {
        return update("", sessionId, change);
    }

    /**
     * Changes the session's data without losing what others change meanwhile: reads it, has it changed, and stores it if
     * it is still that version; else all over again, up to fifty times.
     *
     * @param change from the present data, null where there is none, to the data to store; may be called several times
     * @return the changed session, or empty where there is none
     * @throws sessions.domain.error.SessionClosedException where the session is closed or expired
     * @throws sessions.domain.error.StaleVersionException where it was overtaken by others every time
     */
    public Optional<SessionV1> update(String correlationId, String sessionId, Function<@Nullable Json, Json> change) {
        return new DataUpdate(resources).apply(correlationId, sessionId, change);
    }

    @Override
    public SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging) {
        return resources.listSessions(correlationId, filter, paging);
    }

    @Override
    public Optional<SessionV1> getSessionById(String correlationId, String sessionId) {
        return resources.getAndTouch(correlationId, sessionId);
    }

    @Override
    public SessionV1 openSession(String correlationId, SessionOpening opening) {
        ServiceRequest request = ServiceRequest.command("open_session", correlationId,
                CommandArguments.ofOpening(opening, IdempotencyKey.random()));
        return service.fetchOptional(request.asRepeatable(), ResourceResponse::session)
                .orElseThrow(() -> new ServiceFailedException(ErrorCode.NOT_FOUND,
                        "The session was opened, but deleted before that was answered"));
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return fetchOptional(sessionId, id -> ServiceRequest.command("store_session_data", correlationId,
                CommandArguments.ofContent(id, "data", data)));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return fetchOptional(sessionId, id -> ServiceRequest.command("update_session_user", correlationId,
                CommandArguments.ofContent(id, "user", user)));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return fetchOptional(sessionId, id -> ServiceRequest
                .command("close_session", correlationId, CommandArguments.ofSession(id)).asRepeatable());
    }

    @Override
    public void closeExpiredSessions(String correlationId) {
        admin.closeExpiredSessions(correlationId);
    }

    @Override
    public Optional<SessionV1> deleteSessionById(String correlationId, String sessionId) {
        return resources.delete(correlationId, sessionId, null);
    }

    /** A command about one session; an id that cannot be one of ours is not asked for. */
    private Optional<SessionV1> fetchOptional(String sessionId, Function<String, ServiceRequest> command) {
        return SessionId.parse(sessionId)
                .flatMap(id -> service.fetchOptional(command.apply(id.value()), ResourceResponse::session));
    }

    /** Waits for the requests under way, each at most for its timeout, and for a backup up to a day. */
    @Override
    public void close() {
        service.close();
    }
}
