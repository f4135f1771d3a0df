package sessions.domain.model;

import java.util.Optional;
import sessions.domain.access.RandomBits;

/**
 * Identity of a session and at the same time a bearer secret: who knows it can read the session. Therefore 128 random
 * bits, never chosen by a caller, and never shown whole by {@link #toString()}.
 *
 * @param value 32 lower-case hexadecimal digits, the form of the contract
 */
public record SessionId(String value) {

    private static final int DIGITS = 32;
    private static final int SHOWN = 6;

    /** As good as certainly that of no session: one of 2^128, each as likely as the others. */
    public static final SessionId NOBODY = new SessionId("0".repeat(DIGITS));

    public SessionId {
        if (!isId(value)) {
            throw new IllegalArgumentException("a session id is 32 lower-case hexadecimal digits");
        }
    }

    /** A new id. */
    public static SessionId random() {
        return new SessionId(RandomBits.hex());
    }

    /** The id that a caller sent, or empty where the text cannot be an id of ours: such a session is simply unknown. */
    public static Optional<SessionId> parse(String text) {
        return isId(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.length() == DIGITS && text.chars().allMatch(SessionId::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** The first six digits: enough to tell sessions apart in a log, useless to a thief. */
    @Override
    public String toString() {
        return value.substring(0, SHOWN) + "…";
    }
}
