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
 * <p>The correlation id comes first everywhere; it only ties together what logs and errors say about one request. A
 * session id may be any text: one that is none of ours is unknown. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface ISessionsV1 {

    /** Lists sessions newest first. A deep {@code skip} costs the store as much as reading what is skipped. */
    SessionPage getSessions(String correlationId, SessionFilter filter, Paging paging);

    /**
     * The session, or empty where there is none. Reading does not extend the session's life, unless the service is set so
     * for clients that only ever read; then it counts as a request now and then.
     */
    Optional<SessionV1> getSessionById(String correlationId, String sessionId);

    /** Opens a session under a new id. Repeating the call opens another one. */
    SessionV1 openSession(String correlationId, SessionOpening opening);

    /**
     * Replaces the session's data and answers the session, or empty where there is none.
     *
     * @throws SessionClosedException where the session is closed or expired
     */
    Optional<SessionV1> storeSessionData(String correlationId, String sessionId, Json data);

    /**
     * Replaces the user's content and answers the session, or empty where there is none.
     *
     * @throws SessionClosedException where the session is closed or expired
     */
    Optional<SessionV1> updateSessionUser(String correlationId, String sessionId, Json user);

    /** Closes the session and answers it, or empty where there is none. A closed session is answered as it is. */
    Optional<SessionV1> closeSession(String correlationId, String sessionId);

    /** Makes the end of every expired session permanent. No reader can see whether this has run. */
    void closeExpiredSessions(String correlationId);

    /** Removes the session and answers what it was, or empty where there is none. */
    Optional<SessionV1> deleteSessionById(String correlationId, String sessionId);
}
