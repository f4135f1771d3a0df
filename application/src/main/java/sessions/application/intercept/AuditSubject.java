package sessions.application.intercept;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.RemovedBatch;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;

/**
 * The sessions that a call affects, as far as the call and its result show.
 *
 * @param count the number of sessions, or null if unknown
 */
record AuditSubject(@Nullable SessionId session, @Nullable String userId, @Nullable Long count) {

    static AuditSubject byFailure(PortCall call) {
        String id = call.sessionId();
        return new AuditSubject(id == null ? null : SessionId.parse(id).orElse(null), call.userId(), null);
    }

    static AuditSubject by(PortCall call, Object result) {
        return switch (result) {
            case SessionV1 session -> new AuditSubject(session.id(), session.userId(), null);
            case Optional<?> session when session.isPresent() -> by(call, session.get());
            case Long count -> of(call, count);
            case ClosedBatch batch -> of(call, batch.closed());
            case RemovedBatch batch -> of(call, batch.removed());
            case SessionPage page -> of(call, page.data().size());
            case CursorPage page -> of(call, page.sessions().size());
            default -> byFailure(call);
        };
    }

    private static AuditSubject of(PortCall call, long count) {
        return new AuditSubject(null, call.userId(), count);
    }
}
