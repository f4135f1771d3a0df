package sessions.domain.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * Selects the sessions to list, count or close. Conditions are combined with AND; null means no restriction.
 *
 * @param id exact session id; a text that is not a valid id matches nothing
 * @param userId exact user id
 * @param active whether the session is active at the time of the query
 * @param requested range of the last request
 * @param opened range of the open time
 * @param address exact address; requires a user id
 * @param client exact client; requires a user id
 * @param except a session that never matches
 */
public record SessionFilter(@Nullable String id, @Nullable String userId, @Nullable Boolean active, TimeRange requested,
        TimeRange opened, @Nullable String address, @Nullable String client, @Nullable SessionId except) {

    /** Every session. */
    public static final SessionFilter ALL = new SessionFilter(null, null, null, TimeRange.ALL, TimeRange.ALL, null,
            null,
            null);

    /**
     * @throws InvalidDataException if a text is not valid for a session, or if address or client are given without a
     *         user id
     */
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

    /** Without a user id, a store would have to read every session to find them. */
    private static void requireUser(SessionText text, @Nullable String value, @Nullable String userId,
            List<Violation> violations) {
        if (value != null && userId == null) {
            violations.add(new Violation(text.field(), "requires user_id"));
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

    /** Returns a copy with a session that never matches, or with none if null. */
    public SessionFilter withExcept(@Nullable SessionId unwanted) {
        return new SessionFilter(id, userId, active, requested, opened, address, client, unwanted);
    }

    /** Returns the id in the filter, or empty if it has none. Call {@link #matchesNothing()} first. */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(id).flatMap(SessionId::parse);
    }

    /** Returns whether no session can match because the id is not valid. */
    public boolean matchesNothing() {
        return id != null && SessionId.parse(id).isEmpty();
    }

    /** Returns whether every session matches, active or not, except the excluded one. */
    public boolean isUnrestricted() {
        return withActive(null).withExcept(null).equals(ALL);
    }

    /**
     * Returns whether a session matches. The session must be taken {@linkplain SessionV1#asOf as of} the time of the
     * query.
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
