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
 * A client for a remote Sessions service, over HTTP. Its methods have the same meaning as within the service and throw
 * the same exceptions. In addition, they throw {@link sessions.domain.error.ServiceUnavailableException} if the service
 * cannot be reached, {@link ServiceFailedException} if it fails or another service responds, and
 * {@link sessions.domain.error.UnauthorizedException}. If the correlation id is empty, the service generates one.
 *
 * <p><b>A closed or expired session is returned like any other, with {@code active()} false.</b> To find out whether a
 * user is signed in, use {@link #findActive}.
 *
 * <p>A request that gets no response or a transient error (408, 502 to 504, 429 with {@code Retry-After}) is repeated if
 * that is safe: reading, opening (with a random idempotency key), closing or deleting one session, and closing expired
 * sessions. A repeated delete may return empty although its first attempt deleted the session.
 * Storing, updating, touching and closing by filter are not repeated. An interrupt ends the wait, and the interrupt
 * flag stays set.
 *
 * <p>The expiry of a closed session is taken to be its close time. Filter conditions that an operation cannot send are
 * rejected with {@link sessions.domain.error.InvalidDataException}.
 *
 * <p>Thread-safe; share one instance between any number of threads, including virtual threads. After {@link #close()},
 * all methods throw {@link IllegalStateException}.
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

    /**
     * Returns the port for changes with an expected version, touch, lists, reading that counts as a request, and
     * opening with an idempotency key.
     */
    public SessionResources resources() {
        return resources;
    }

    /** Returns the port for operations on many sessions. */
    public SessionAdmin admin() {
        return admin;
    }

    /** Returns the port for heartbeat, readiness and status of the service. */
    public Monitoring monitoring() {
        return monitoring;
    }

    /** Returns all ports. */
    public DrivingPorts ports() {
        return new DrivingPorts(this, resources, admin, monitoring);
    }

    /**
     * Returns the session if its user is signed in: empty if the session does not exist, is closed or has expired. Does
     * not extend its expiry. {@link #getSessionById} also returns ended sessions.
     */
    public Optional<SessionV1> findActive(String sessionId) {
        return resources.findActive("", sessionId);
    }

    /** Like {@link #update(String, String, Function)}, without a correlation id. */
    public Optional<SessionV1> update(String sessionId, Function<@Nullable Json, Json> change) {
        return update("", sessionId, change);
    }

    /**
     * Changes the session's data without losing concurrent changes: reads the data, applies the change, and stores the
     * result if the session still has the same version. Otherwise it starts again, up to fifty times.
     *
     * @param change returns the data to store, given the current data (null if there is none); may be called several
     *         times
     * @return the changed session; empty if it does not exist
     * @throws NullPointerException if the function returns null
     * @throws sessions.domain.error.SessionClosedException if the session is closed or expired
     * @throws sessions.domain.error.StaleVersionException if every attempt met a concurrent change
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
                        "The session was opened, but deleted before the response arrived"));
    }

    @Override
    public Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data) {
        return service.fetchSession(sessionId, id -> ServiceRequest.command("store_session_data", correlationId,
                CommandArguments.ofContent(id, "data", data)));
    }

    @Override
    public Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user) {
        return service.fetchSession(sessionId, id -> ServiceRequest.command("update_session_user", correlationId,
                CommandArguments.ofContent(id, "user", user)));
    }

    @Override
    public Optional<SessionV1> closeSession(String correlationId, String sessionId) {
        return service.fetchSession(sessionId, id -> ServiceRequest
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

    /** Waits for the requests in flight, each at most for its timeout, and for a backup up to one day. */
    @Override
    public void close() {
        service.close();
    }
}
