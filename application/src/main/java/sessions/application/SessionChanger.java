package sessions.application;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/** Applies changes to the sessions of a store and turns the outcomes into results and exceptions. */
record SessionChanger(SessionStore store, ExpiryPolicy expiry) {

    /**
     * Returns the session after a change, or empty if it does not exist.
     *
     * @throws SessionClosedException if the session is closed
     * @throws StaleVersionException if the session has a different version than expected
     */
    Optional<SessionV1> apply(String sessionId, SessionChange change) {
        return SessionId.parse(sessionId).flatMap(id -> toSession(outcome(id, change)));
    }

    /** Closes a session; a closed one is returned unchanged. */
    Optional<SessionV1> close(String sessionId, SessionChange.Close change) {
        return SessionId.parse(sessionId).flatMap(id -> toSessionAllowingClosed(outcome(id, change)));
    }

    /** Removes a session and returns its last state, or empty if it does not exist. */
    Optional<SessionV1> delete(String sessionId, Instant now, @Nullable Long expectedVersion) {
        return SessionId.parse(sessionId)
                .flatMap(id -> toSession(store.sessions().delete(id, now, expectedVersion)));
    }

    ChangeOutcome outcome(SessionId id, SessionChange change) {
        return store.sessions().change(id, change, expiry);
    }

    /** Returns the session in an outcome, or throws if it is closed. */
    static Optional<SessionV1> toSession(ChangeOutcome outcome) {
        if (outcome instanceof ChangeOutcome.Closed) {
            throw new SessionClosedException();
        }
        return toSessionAllowingClosed(outcome);
    }

    static Optional<SessionV1> toSessionAllowingClosed(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(SessionV1 session) -> Optional.of(session);
            case ChangeOutcome.Unchanged(SessionV1 session) -> Optional.of(session);
            case ChangeOutcome.Closed(SessionV1 session) -> Optional.of(session);
            case ChangeOutcome.Missing() -> Optional.empty();
            case ChangeOutcome.Stale(SessionV1 session) -> throw new StaleVersionException(session.version());
        };
    }
}
