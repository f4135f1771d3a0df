package sessions.seneca;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for was done.
 *
 * @param json the session or page, or null for no such session and for commands without result
 */
record Result(@Nullable String json) implements Reply {

    @Override
    public int status() {
        return OK;
    }
}
