package sessions.shell;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which service a command talks to. */
public sealed interface ServiceTarget {

    /**
     * One that runs elsewhere and is called over HTTP.
     *
     * @param url where it is, without {@code /v1} or {@code /v2}
     * @param apiKey what the caller is known by, or null for none
     * @param timeout how long one request may take
     */
    record Remote(URI url, @Nullable String apiKey, Duration timeout) implements ServiceTarget {
        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Remote[" + url + "]";
        }
    }

    /** One in this process, straight on the configured store, for the time of the command. */
    record Direct() implements ServiceTarget {
    }
}
