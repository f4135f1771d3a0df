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
public record PortCall(Operation operation, String correlationId, @Nullable String sessionId, @Nullable String userId) {

    static PortCall of(Operation operation, String correlationId) {
        return new PortCall(operation, correlationId, null, null);
    }

    static PortCall onSession(Operation operation, String correlationId, String sessionId) {
        return new PortCall(operation, correlationId, sessionId, null);
    }

    static PortCall onUser(Operation operation, String correlationId, @Nullable String userId) {
        return new PortCall(operation, correlationId, null, userId);
    }

    /** A list of sessions: another operation where it shows those of more than one user. */
    static PortCall listing(String correlationId, SessionFilter filter) {
        String userId = filter.userId();
        return onUser(userId == null ? Operation.LIST_OF_ALL : Operation.LIST_OF_USER, correlationId, userId);
    }
}
