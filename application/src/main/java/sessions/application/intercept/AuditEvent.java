package sessions.application.intercept;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;

/**
 * An entry of the audit log. Contains no content, no key, and no complete session id.
 *
 * @param operation in the contract's form, such as {@code close_session}
 * @param reason why it was rejected or failed: the error code, with the message if access was denied; or null
 * @param caller the caller, or null if authentication failed
 * @param address address of the caller; empty if the call did not come over a network
 * @param session the first digits of the session's id, or null
 * @param userId id of the user whose sessions are affected, if known; any text from the caller
 * @param count the number of sessions affected, or null if unknown
 */
public record AuditEvent(String operation, Outcome outcome, @Nullable String reason, @Nullable Caller caller,
        String address, String correlationId, @Nullable String session, @Nullable String userId,
        @Nullable Long count) {

    /** The outcome of the operation. */
    public enum Outcome {

        DONE,
        /** The session does not exist; nothing was done. */
        MISSING,
        /** An error of the caller. */
        REFUSED,
        /** An error of the service or the store; part of the operation may have taken effect. */
        FAILED;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }
}
