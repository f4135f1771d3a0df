package sessions.client;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/**
 * Changes a session's data without losing concurrent changes: reads it, changes it, and stores it if the version is the
 * same.
 */
final class DataUpdate {

    /** The maximum number of attempts. Each stale attempt means that another caller's change succeeded. */
    static final int ATTEMPTS = 50;

    private final SessionResources sessions;

    DataUpdate(SessionResources sessions) {
        this.sessions = sessions;
    }

    /**
     * Returns the session after the change; empty if it does not exist.
     *
     * @throws NullPointerException if the function returned null
     * @throws SessionClosedException if the session is closed or expired
     * @throws StaleVersionException if every attempt was stale
     */
    Optional<SessionV1> apply(String correlationId, String sessionId, Function<@Nullable Json, Json> change) {
        for (int attempt = 1;; attempt++) {
            Optional<SessionV1> found = sessions.getSession(correlationId, sessionId);
            if (found.isEmpty()) {
                return found;
            }
            SessionV1 session = found.get();
            if (!session.active()) {
                throw new SessionClosedException();
            }
            Json changed = Objects.requireNonNull(change.apply(session.data()),
                    "The function passed to update returned null; it must return the data to store");
            try {
                return sessions.storeData(correlationId, sessionId, changed, session.version());
            } catch (StaleVersionException stale) {
                if (attempt == ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }
}
