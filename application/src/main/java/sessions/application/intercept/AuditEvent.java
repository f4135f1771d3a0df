package sessions.application.intercept;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;

/**
 * That something was done, or was refused. Holds no content, no key, and no whole session id.
 *
 * @param operation in the contract's form, such as {@code close_session}
 * @param reason why it was refused or failed: the error's code, for refusals of access with its message; or null
 * @param caller who asked, or null where nobody was let in
 * @param address where it came from, empty where it came over no network
 * @param session the first digits of the session's id, or null
 * @param userId whose sessions it was about, as far as that is known; any text of the caller's
 * @param count how many sessions it was about, or null where that is not known
 */
public record AuditEvent(String operation, Outcome outcome, @Nullable String reason, @Nullable Caller caller,
        String address, String correlationId, @Nullable String session, @Nullable String userId,
        @Nullable Long count) {

    /** What became of it. */
    public enum Outcome {

        DONE,
        /** There is no such session; nothing was done. */
        MISSING,
        /** The caller's fault. */
        REFUSED,
        /** The service's or the store's; part of it may have been done. */
        FAILED;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }
}
