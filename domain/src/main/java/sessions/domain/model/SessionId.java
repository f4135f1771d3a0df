package sessions.domain.model;

import java.util.Optional;
import sessions.domain.access.RandomBits;

/**
 * The identity of a session and at the same time a bearer secret: everyone who knows it can read the session. Therefore
 * it consists of 128 random bits, and callers cannot choose it.
 *
 * <p><b>{@link #toString()} cuts the id.</b> Use {@link #value()} for a cookie, a URL or a request: {@code "SID=" + id}
 * would be a cookie that no session has.
 *
 * @param value 32 lower-case hexadecimal digits, as in the contract
 */
public record SessionId(String value) {

    private static final int DIGITS = 32;
    private static final int SHOWN = 6;

    /** An id that practically no session has: the chance is 1 in 2^128. */
    public static final SessionId NONEXISTENT = new SessionId("0".repeat(DIGITS));

    public SessionId {
        if (!isId(value)) {
            throw new IllegalArgumentException("a session id is 32 lower-case hexadecimal digits");
        }
    }

    /** Returns a new random id. */
    public static SessionId random() {
        return new SessionId(RandomBits.hex());
    }

    /** Parses the id that a caller sent. Returns empty if the text is not a valid id, so no session can have it. */
    public static Optional<SessionId> parse(String text) {
        return isId(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.length() == DIGITS && text.chars().allMatch(SessionId::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /**
     * Returns only the first six digits and an ellipsis, for logs: enough to tell sessions apart, useless to an attacker.
     * {@link #value()} returns the whole id.
     */
    @Override
    public String toString() {
        return value.substring(0, SHOWN) + "…";
    }
}
