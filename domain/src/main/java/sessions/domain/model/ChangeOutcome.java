package sessions.domain.model;

/** The outcome of a {@link SessionChange}. */
public sealed interface ChangeOutcome {

    /** The change was applied; {@code session} is the new state. */
    record Changed(SessionV1 session) implements ChangeOutcome {
    }

    /** There was nothing to change, so the version stays the same; {@code session} is the current state. */
    record Unchanged(SessionV1 session) implements ChangeOutcome {
    }

    /** The session does not exist. */
    record Missing() implements ChangeOutcome {
    }

    /** The session is closed or expired, so nothing was changed; {@code session} is its state as callers see it. */
    record Closed(SessionV1 session) implements ChangeOutcome {
    }

    /**
     * The session has a different version than expected, so nothing was changed; {@code session} is the current state.
     */
    record Stale(SessionV1 session) implements ChangeOutcome {
    }
}
