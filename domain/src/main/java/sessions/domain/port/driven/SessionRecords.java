package sessions.domain.port.driven;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Single sessions in a {@link SessionStore}. */
public interface SessionRecords {

    /** Adds a new session. */
    void insert(SessionV1 session);

    /** Returns the session as of {@code now} with its content, or empty if it does not exist. */
    Optional<SessionV1> find(SessionId id, Instant now);

    /** Applies a change in one atomic step, with the outcome that {@link SessionV1#apply} defines. */
    ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry);

    /**
     * Removes a session.
     *
     * @param expectedVersion the version that it must have as of {@code now}, or null for any
     * @return {@code Changed} with the session as of {@code now}, content included; {@code Missing}; or {@code Stale}
     */
    ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion);
}
