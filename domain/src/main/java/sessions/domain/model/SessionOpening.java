package sessions.domain.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * The caller's arguments for opening a session.
 *
 * @param userId id of the session's user, 1 to 255 characters
 * @param userName display name of the user, up to 1,024 characters, or null
 * @param address address of the user, up to 1,024 characters, or null
 * @param client client program of the user, up to 1,024 characters, or null
 * @param user content about the user, or null
 * @param data the caller's content, or null
 */
public record SessionOpening(String userId, @Nullable String userName, @Nullable String address,
        @Nullable String client,
        @Nullable Json user, @Nullable Json data) {

    /** @throws InvalidDataException if texts are not valid; names each of them */
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
