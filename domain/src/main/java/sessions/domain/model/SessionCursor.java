package sessions.domain.model;

import java.time.Instant;

/**
 * A place in a list of sessions, which is ordered newest first by open time and then id. Both never change. A caller
 * that pages through the list sees each session that exists during the whole time exactly once, even if other sessions
 * change meanwhile.
 *
 * @param openTime open time of the session at that place
 * @param id its id
 */
public record SessionCursor(Instant openTime, SessionId id) {

    public SessionCursor {
        openTime = Times.toMillis(openTime);
    }

    public static SessionCursor at(SessionV1 session) {
        return new SessionCursor(session.openTime(), session.id());
    }
}
