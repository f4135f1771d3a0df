package sessions.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list; conditions are joined by AND and null does not restrict.
 *
 * @param id exact session id; a text that cannot be an id matches nothing
 * @param userId exact user id
 * @param active whether still active at the time of the question
 * @param fromTime earliest request time, inclusive
 * @param toTime latest request time, exclusive
 */
public record SessionFilter(@Nullable String id, @Nullable String userId, @Nullable Boolean active,
        @Nullable Instant fromTime, @Nullable Instant toTime) {

    /** Every session. */
    public static final SessionFilter ALL = new SessionFilter(null, null, null, null, null);

    /** @throws InvalidDataException where the user id cannot be one */
    public SessionFilter {
        if (userId != null) {
            InvalidDataException.throwIfAny(SessionText.USER_ID.violation(userId)
                    .map(found -> new Violation("filter.user_id", found.problem())).stream().toList());
        }
        fromTime = fromTime == null ? null : Times.toMillisUp(fromTime);
        toTime = toTime == null ? null : Times.toMillisUp(toTime);
    }

    /** All sessions of one user. */
    public static SessionFilter ofUser(String userId) {
        return new SessionFilter(null, userId, null, null, null);
    }

    /** The id to look for, or empty where the filter names none. Ask {@link #matchesNothing()} first. */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(id).flatMap(SessionId::parse);
    }

    /** Whether no session can match, because the id is none of ours. */
    public boolean matchesNothing() {
        return id != null && SessionId.parse(id).isEmpty();
    }

    /**
     * Whether a session, taken {@linkplain SessionV1#asOf as of} the time of the question, is one of those asked for.
     */
    public boolean matches(SessionV1 session) {
        return (id == null || id.equals(session.id().value())) && (userId == null || userId.equals(session.userId()))
                && (active == null || active == session.active())
                && (fromTime == null || !session.requestTime().isBefore(fromTime))
                && (toTime == null || session.requestTime().isBefore(toTime));
    }
}
