package sessions.seneca;

import org.jspecify.annotations.Nullable;
import sessions.wire.ErrorJson;

/** What becomes of a message, whatever form it is told in. */
sealed interface Reply {

    int OK = 200;

    /** A number of HTTP, over any transport. */
    int status();

    /**
     * It was done.
     *
     * @param json the session or page, or null for no such session and for commands without result
     */
    record Result(@Nullable String json) implements Reply {

        @Override
        public int status() {
            return OK;
        }
    }

    /** It was refused, or failed. */
    record Refusal(ErrorJson error) implements Reply {

        @Override
        public int status() {
            return error.status();
        }
    }
}
