package sessions.testkit;

import java.time.Duration;
import java.time.Instant;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;

/** Common values for tests. */
public final class Fixtures {

    /** An instant with milliseconds, so that truncation is noticed. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    public static final Duration HOUR = Duration.ofHours(1);

    /** A policy under which sessions expire an hour after their last request. */
    public static final ExpiryPolicy ONE_HOUR = new ExpiryPolicy(HOUR, null);

    private Fixtures() {
    }

    /** Returns an opening whose content is marked as secret, so that its appearance in logs is noticed. */
    public static SessionOpening opening(String userId) {
        return new SessionOpening(userId, "Name", "192.168.0.7", "web", new Json("{\"role\":\"s3cret\"}"),
                new Json("[1,2]"));
    }

    /** Returns a session with all fields. */
    public static SessionV1 session(String userId, Instant openTime) {
        return SessionV1.open(opening(userId), openTime, ONE_HOUR);
    }

    public static SessionFilter activeIs(boolean active) {
        return SessionFilter.ALL.withActive(active);
    }

    /** Returns the session after a change, which must have been applied. */
    public static SessionV1 changed(ChangeOutcome outcome) {
        if (outcome instanceof ChangeOutcome.Changed(SessionV1 session)) {
            return session;
        }
        throw new AssertionError("expected the change to be applied, but got " + outcome);
    }
}
