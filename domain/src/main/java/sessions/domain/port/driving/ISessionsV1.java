package sessions.domain.port.driving;

import java.util.Optional;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;

/**
 * The contract of the sessions service, version 1: its eight operations. A driving port: the application implements it,
 * and every external API calls it.
 *
 * <p>The first argument of each operation is the correlation id, which only links the log lines and errors of one
 * request. A session id may be any text; if it is not a valid id, the session does not exist. Every method may throw
 * {@link StoreUnavailableException}.
 */
public interface ISessionsV1 {

    /** Lists sessions newest first. A large {@code skip} costs the store as much as reading the skipped sessions. */
    SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging);

    /**
     * Returns the session, or empty if it does not exist. Reading does not extend the expiry, unless the service is
     * configured to touch sessions on reads; then some reads count as requests.
     *
     * <p><b>A closed or expired session is returned too</b>, with {@code active()} false: its user is signed out.
     */
    Optional<SessionV1> getSessionById(String correlationId, String sessionId);

    /** Opens a session with a new id. Repeating the call opens another one. */
    SessionV1 openSession(String correlationId, SessionOpening opening);

    /**
     * Replaces the session's data.
     *
     * @return the changed session, or empty if it does not exist
     * @throws SessionClosedException if the session is closed or expired
     */
    Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data);

    /**
     * Replaces the user's content.
     *
     * @return the changed session, or empty if it does not exist
     * @throws SessionClosedException if the session is closed or expired
     */
    Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user);

    /** Closes the session and returns it, or empty if it does not exist. A closed session is returned unchanged. */
    Optional<SessionV1> closeSession(String correlationId, String sessionId);

    /** Runs a sweep, which stores all expired sessions as closed. Readers see no difference before and after. */
    void closeExpiredSessions(String correlationId);

    /** Removes the session and returns its last state, or empty if it does not exist. */
    Optional<SessionV1> deleteSessionById(String correlationId, String sessionId);
}
