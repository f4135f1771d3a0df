package sessions.domain.model;

import java.time.Instant;

/**
 * A position in a list of sessions, which is ordered newest first by open time and then id. Neither ever changes. A
 * caller that pages through the list sees each session that exists during the whole time exactly once, even if other
 * sessions change meanwhile.
 *
 * @param openTime open time of the session at that position
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
