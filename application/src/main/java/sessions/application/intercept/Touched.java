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
 * What a call was about, as far as it and its result tell.
 *
 * @param count how many sessions, or null where that is not known
 */
record Touched(@Nullable SessionId session, @Nullable String userId, @Nullable Long count) {

    static Touched byFailure(Call call) {
        String id = call.sessionId();
        return new Touched(id == null ? null : SessionId.parse(id).orElse(null), call.userId(), null);
    }

    static Touched by(Call call, Object result) {
        return switch (result) {
            case SessionV1 session -> new Touched(session.id(), session.userId(), null);
            case Optional<?> session when session.isPresent() -> by(call, session.get());
            case Long count -> of(call, count);
            case ClosedBatch batch -> of(call, batch.closed());
            case RemovedBatch batch -> of(call, batch.removed());
            case SessionPage page -> of(call, page.data().size());
            case CursorPage slice -> of(call, slice.sessions().size());
            default -> byFailure(call);
        };
    }

    private static Touched of(Call call, long count) {
        return new Touched(null, call.userId(), count);
    }
}
