package sessions.domain.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * What a caller says when opening a session.
 *
 * @param userId whose session it is, 1 to 255 characters
 * @param userName the user's name for people, up to 1,024 characters, or null
 * @param address where the user comes from, up to 1,024 characters, or null
 * @param client what the user comes with, up to 1,024 characters, or null
 * @param user content about the user, or null
 * @param data the caller's content, or null
 */
public record SessionOpening(String userId, @Nullable String userName, @Nullable String address,
        @Nullable String client,
        @Nullable Json user, @Nullable Json data) {

    /** @throws InvalidDataException naming every text that is out of its limits */
    public SessionOpening {
        List<Violation> violations = new ArrayList<>();
        check(SessionText.USER_ID, userId, violations);
        check(SessionText.USER_NAME, userName, violations);
        check(SessionText.ADDRESS, address, violations);
        check(SessionText.CLIENT, client, violations);
        InvalidDataException.throwIfAny(violations);
    }

    private static void check(SessionText text, @Nullable String value, List<Violation> violations) {
        if (value != null) {
            text.violation(value).ifPresent(violations::add);
        }
    }
}
