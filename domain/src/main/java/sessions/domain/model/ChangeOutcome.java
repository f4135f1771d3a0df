package sessions.domain.model;

/** What became of a {@link SessionChange}. */
public sealed interface ChangeOutcome {

    /** The change was applied; {@code session} is the state it led to. */
    record Changed(SessionV1 session) implements ChangeOutcome {
    }

    /** The change had nothing to do, so the version stays; {@code session} is the present state. */
    record Unchanged(SessionV1 session) implements ChangeOutcome {
    }

    /** There is no such session. */
    record Missing() implements ChangeOutcome {
    }

    /** The session is closed or expired, so nothing was changed; {@code session} is as everyone sees it. */
    record Closed(SessionV1 session) implements ChangeOutcome {
    }

    /** The session has another version than expected, so nothing was changed; {@code session} is the present state. */
    record Stale(SessionV1 session) implements ChangeOutcome {
    }
}
