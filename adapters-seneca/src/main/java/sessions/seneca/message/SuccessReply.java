package sessions.seneca.message;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for was done.
 *
 * @param json the session or page, or null for no such session and for commands without result
 */
public record SuccessReply(@Nullable String json) implements SenecaReply {

    @Override
    public int status() {
        return OK;
    }
}
