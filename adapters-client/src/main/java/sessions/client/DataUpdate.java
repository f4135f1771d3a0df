package sessions.client;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/** Changes data without losing what others change meanwhile: reads it, changes it, stores it under the version read. */
final class DataUpdate {

    /** Each attempt that is overtaken means that another change succeeded. */
    static final int ATTEMPTS = 50;

    private final SessionResources sessions;

    DataUpdate(SessionResources sessions) {
        this.sessions = sessions;
    }

    /**
     * The session after the change, or empty where there is none.
     *
     * @throws SessionClosedException where it is closed or expired
     * @throws StaleVersionException where it was overtaken every time
     */
    Optional<SessionV1> apply(String correlationId, String sessionId, Function<@Nullable Json, Json> change) {
        for (int attempt = 1;; attempt++) {
            Optional<SessionV1> present = sessions.getSession(correlationId, sessionId);
            if (present.isEmpty()) {
                return present;
            }
            SessionV1 session = present.get();
            if (!session.active()) {
                throw new SessionClosedException();
            }
            Json changed = change.apply(session.data());
            try {
                return sessions.storeData(correlationId, sessionId, changed, session.version());
            } catch (StaleVersionException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }
}
