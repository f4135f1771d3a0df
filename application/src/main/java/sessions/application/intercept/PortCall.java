package sessions.application.intercept;

import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionFilter;

/**
 * One call of a driving port.
 *
 * @param sessionId any text from the caller, or null if the call does not concern a single session. A secret: must not
 *                  be logged completely
 * @param userId the user concerned, or null
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

    /** Returns a call of a list, which is a different operation if it shows sessions of several users. */
    static PortCall listing(String correlationId, SessionFilter filter) {
        String userId = filter.userId();
        return onUser(userId == null ? Operation.LIST_OF_ALL : Operation.LIST_OF_USER, correlationId, userId);
    }
}
