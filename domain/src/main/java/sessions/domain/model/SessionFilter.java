package sessions.domain.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * Which sessions to list, count or close; conditions are joined by AND and null does not restrict.
 *
 * @param id exact session id; a text that cannot be an id matches nothing
 * @param userId exact user id
 * @param active whether still active at the time of the question
 * @param requested when the last request was
 * @param opened when it was opened
 * @param address exact address; only together with a user id
 * @param client exact client; only together with a user id
 * @param except a session that does not match, whatever else is asked for
 */
public record SessionFilter(@Nullable String id, @Nullable String userId, @Nullable Boolean active, TimeRange requested,
        TimeRange opened, @Nullable String address, @Nullable String client, @Nullable SessionId except) {

    /** Every session. */
    public static final SessionFilter ALL = new SessionFilter(null, null, null, TimeRange.ALL, TimeRange.ALL, null,
            null,
            null);

    /** @throws InvalidDataException where a text cannot be one of a session, or address or client lack a user id */
    public SessionFilter {
        List<Violation> violations = new ArrayList<>();
        check(SessionText.USER_ID, userId, violations);
        check(SessionText.ADDRESS, address, violations);
        check(SessionText.CLIENT, client, violations);
        requireUser(SessionText.ADDRESS, address, userId, violations);
        requireUser(SessionText.CLIENT, client, userId, violations);
        InvalidDataException.throwIfAny(violations);
    }

    private static void check(SessionText text, @Nullable String value, List<Violation> violations) {
        if (value != null) {
            text.violation(value).ifPresent(violations::add);
        }
    }

    /** No store could find them without but by reading every session. */
    private static void requireUser(SessionText text, @Nullable String value, @Nullable String userId,
            List<Violation> violations) {
        if (value != null && userId == null) {
            violations.add(new Violation(text.field(), "can only be asked for together with user_id"));
        }
    }

    /** All sessions of one user. */
    public static SessionFilter ofUser(String userId) {
        return new SessionFilter(null, userId, null, TimeRange.ALL, TimeRange.ALL, null, null, null);
    }

    public SessionFilter withId(String wanted) {
        return new SessionFilter(wanted, userId, active, requested, opened, address, client, except);
    }

    public SessionFilter withActive(@Nullable Boolean wanted) {
        return new SessionFilter(id, userId, wanted, requested, opened, address, client, except);
    }

    public SessionFilter withRequested(TimeRange wanted) {
        return new SessionFilter(id, userId, active, wanted, opened, address, client, except);
    }

    public SessionFilter withOpened(TimeRange wanted) {
        return new SessionFilter(id, userId, active, requested, wanted, address, client, except);
    }

    /** The same, but for one session; null leaves none out. */
    public SessionFilter withExcept(@Nullable SessionId unwanted) {
        return new SessionFilter(id, userId, active, requested, opened, address, client, unwanted);
    }

    /** The id to look for, or empty where the filter names none. Ask {@link #matchesNothing()} first. */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(id).flatMap(SessionId::parse);
    }

    /** Whether no session can match, because the id is none of ours. */
    public boolean matchesNothing() {
        return id != null && SessionId.parse(id).isEmpty();
    }

    /** Whether every session matches, active or not, but for the excepted one. */
    public boolean isUnrestricted() {
        return withActive(null).withExcept(null).equals(ALL);
    }

    /**
     * Whether a session, taken {@linkplain SessionV1#asOf as of} the time of the question, is one of those asked for.
     */
    public boolean matches(SessionV1 session) {
        return matches(id, session.id().value()) && matches(userId, session.userId())
                && (active == null || active == session.active()) && requested.contains(session.requestTime())
                && opened.contains(session.openTime()) && matches(address, session.address())
                && matches(client, session.client()) && !session.id().equals(except);
    }

    private static boolean matches(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || Objects.equals(wanted, actual);
    }
}
