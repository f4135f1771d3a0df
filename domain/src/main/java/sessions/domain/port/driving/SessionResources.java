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
 * Operations on single sessions beyond the contract: changes that apply only to an expected version, idempotent
 * opening, and lists of any length by cursor. A driving port beside {@link ISessionsV1}; correlation ids, session ids
 * and absence have the same meaning.
 *
 * <p>If a method takes an expected version, null means any version. If the session has a different version, the call
 * fails with {@link StaleVersionException}; the check and the change are one atomic step. A change of a closed or
 * expired session fails with {@link SessionClosedException}, regardless of the expected version.
 */
public interface SessionResources {

    /** Lists sessions newest first by cursor; each page costs the same, even at the end of a long list. */
    CursorPage listSessions(String correlationId, SessionFilter filter, CursorPaging paging);

    /**
     * Lists sessions newest first by offset. A large {@code skip} costs the store as much as reading the skipped
     * sessions.
     */
    SessionPage listSessions(String correlationId, SessionFilter filter, Paging paging);

    /**
     * Returns the session, or empty if it does not exist. Never extends its expiry.
     *
     * <p><b>A closed or expired session is returned too</b>, with {@code active()} false. To find out whether a user is
     * signed in, use {@link #findActive}.
     */
    Optional<SessionV1> getSession(String correlationId, String sessionId);

    /**
     * Returns the session if it is active: empty if it does not exist, is closed or has expired. Never extends its
     * expiry.
     */
    default Optional<SessionV1> findActive(String correlationId, String sessionId) {
        return getSession(correlationId, sessionId).filter(SessionV1::active);
    }

    /**
     * Like {@link #getSession}, but if the service is configured to touch sessions on reads, some reads also touch the
     * session.
     */
    Optional<SessionV1> getAndTouch(String correlationId, String sessionId);

    /**
     * Opens a session with a new id.
     *
     * @param key if given, repetitions with the same key return the current state of the session that the first request
     *            opened, until the idempotency record expires
     * @return empty if the session that was opened with the key has been deleted since; it is not opened again
     * @throws KeyReusedException if the key was already used for a different opening
     */
    Optional<SessionV1> openSession(String correlationId, SessionOpening opening, @Nullable IdempotencyKey key);

    /** Replaces the session's data. */
    Optional<SessionV1> storeData(String correlationId, String sessionId, Json data, @Nullable Long expectedVersion);

    /**
     * Merges a patch into the session's data (RFC 7396).
     *
     * @throws StaleVersionException also without an expected version, if the session kept changing meanwhile
     * @throws ContentTooLargeException if the merged data would be too large
     */
    Optional<SessionV1> mergeData(String correlationId, String sessionId, Json patch, @Nullable Long expectedVersion);

    /** Replaces the user's content. */
    Optional<SessionV1> updateUser(String correlationId, String sessionId, Json user, @Nullable Long expectedVersion);

    /**
     * Extends the session's expiry as any change does, without changing content. Touches in quick succession may count
     * as one.
     */
    Optional<SessionV1> touch(String correlationId, String sessionId, @Nullable Long expectedVersion);

    /** Closes the session. A closed session is returned unchanged, regardless of the expected version. */
    Optional<SessionV1> close(String correlationId, String sessionId, @Nullable Long expectedVersion);

    /** Removes the session, closed or not, and returns its last state. */
    Optional<SessionV1> delete(String correlationId, String sessionId, @Nullable Long expectedVersion);
}
