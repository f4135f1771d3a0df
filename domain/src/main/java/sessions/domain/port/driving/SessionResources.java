package sessions.domain.port.driving;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.KeyReusedException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;

/**
 * What callers want of single sessions beyond the contract: changes that apply only to the version they saw, opening that
 * can be repeated safely, and walks through lists of any length. A driving port beside {@link ISessionsV1}, with the same
 * meaning of correlation ids, of session ids and of absence.
 *
 * <p>Where a method takes an expected version, null means that any will do, and another version than expected is refused
 * with {@link StaleVersionException}; the check and the change are one step. A change to a session that is closed or
 * expired is refused with {@link SessionClosedException}, whatever version is expected.
 */
public interface SessionResources {

    /** Lists sessions newest first; each part costs the same, however far into the list. */
    CursorPage listSessions(String correlationId, SessionFilter filter, CursorPaging paging);

    /** Lists sessions newest first by offset. A deep {@code skip} costs the store as much as reading what it skips. */
    SessionPage listSessions(String correlationId, SessionFilter filter, Paging paging);

    /** The session, or empty where there is none. Never extends its life. */
    Optional<SessionV1> getSession(String correlationId, String sessionId);

    /** Like {@link #getSession}; if the service is configured to touch sessions on reads, also touches the session now and then. */
    Optional<SessionV1> getAndTouch(String correlationId, String sessionId);

    /**
     * Opens a session under a new id.
     *
     * @param key where given, repetitions under the same key answer the session that the first one opened, as it is now,
     *            until the key is forgotten
     * @return empty where the session that was opened under the key has been deleted since: it is not opened again
     * @throws KeyReusedException where the key came with another opening before
     */
    Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key);

    /** Replaces the session's data. */
    Optional<SessionV1> storeData(String correlationId, String sessionId, Json data, @Nullable Long expectedVersion);

    /**
     * Merges a patch into the session's data (RFC 7396).
     *
     * @throws StaleVersionException also where no version is expected, if the session kept changing meanwhile
     * @throws ContentTooLargeException where the merged data would be too large
     */
    Optional<SessionV1> mergeData(String correlationId, String sessionId, Json patch, @Nullable Long expectedVersion);

    /** Replaces the user's content. */
    Optional<SessionV1> updateUser(String correlationId, String sessionId, Json user, @Nullable Long expectedVersion);

    /** Records a request without other effect: the session lives on. Touches in quick succession may count as one. */
    Optional<SessionV1> touch(String correlationId, String sessionId, @Nullable Long expectedVersion);

    /** Closes the session. A closed one is answered as it is, whatever version is expected: that has been achieved. */
    Optional<SessionV1> close(String correlationId, String sessionId, @Nullable Long expectedVersion);

    /** Removes the session and answers what it was, closed or not. */
    Optional<SessionV1> delete(String correlationId, String sessionId, @Nullable Long expectedVersion);
}
