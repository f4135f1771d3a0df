package sessions.seneca.message;

import org.jspecify.annotations.Nullable;

/**
 * The reply to a message that succeeded.
 *
 * @param json the session or page; null if the session does not exist or the command has no result
 */
public record SuccessReply(@Nullable String json) implements SenecaReply {

    @Override
    public int status() {
        return OK;
    }
}
