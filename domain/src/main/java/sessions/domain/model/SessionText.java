package sessions.domain.model;

import java.util.List;
import java.util.Optional;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/** The text fields of a session and their limits. Lengths are in UTF-16 units ({@link String#length()}). */
public enum SessionText {

    USER_ID("user_id", 1, 255),
    USER_NAME("user_name", 0, 1024),
    ADDRESS("address", 0, 1024),
    CLIENT("client", 0, 1024);

    private final String field;
    private final int shortest;
    private final int longest;

    SessionText(String field, int shortest, int longest) {
        this.field = field;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** Returns the name in the contract. */
    public String field() {
        return field;
    }

    /**
     * Returns the reason why a text cannot be stored, or empty if it is valid. NUL and lone surrogates are rejected
     * because not every store can hold them.
     */
    public Optional<Violation> violation(String text) {
        return problem(text).map(problem -> new Violation(field, problem));
    }

    /**
     * Returns the text if it is valid.
     *
     * @throws InvalidDataException if it cannot be stored
     */
    public String require(String text) {
        violation(text).ifPresent(violation -> {
            throw new InvalidDataException(List.of(violation));
        });
        return text;
    }

    private Optional<String> problem(String text) {
        if (text.length() < shortest || text.length() > longest) {
            return Optional.of("must have " + shortest + " to " + longest + " characters but has " + text.length());
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("must not contain the character NUL");
        }
        if (text.codePoints().anyMatch(SessionText::isLoneSurrogate)) {
            return Optional.of("must not contain a lone surrogate");
        }
        return Optional.empty();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
