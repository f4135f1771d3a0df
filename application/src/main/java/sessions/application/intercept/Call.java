package sessions.application.intercept;

import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionFilter;

/**
 * One call of a driving port.
 *
 * @param sessionId as the caller gave it, any text, or null where the call is about no one session. A secret: not to be
 *                  logged whole
 * @param userId whom it is about, or null
 */
public record Call(Operation operation, String correlationId, @Nullable String sessionId, @Nullable String userId) {

    static Call of(Operation operation, String correlationId) {
        return new Call(operation, correlationId, null, null);
    }

    static Call onSession(Operation operation, String correlationId, String sessionId) {
        return new Call(operation, correlationId, sessionId, null);
    }

    static Call onUser(Operation operation, String correlationId, @Nullable String userId) {
        return new Call(operation, correlationId, null, userId);
    }

    /** A list of sessions: another operation where it shows those of more than one user. */
    static Call listing(String correlationId, SessionFilter filter) {
        String userId = filter.userId();
        return onUser(userId == null ? Operation.LIST_OF_ALL : Operation.LIST_OF_USER, correlationId, userId);
    }
}
