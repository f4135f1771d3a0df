package sessions.seneca.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.TraceContext;
import sessions.wire.command.MessageMembers;

/** A message on its way in over some transport. */
public interface IncomingMessage {

    /** Where it comes from. */
    String address();

    /**
     * The caller's key, or null where there is none.
     *
     * @throws sessions.domain.error.InvalidDataException where it comes with several
     */
    default @Nullable String key() {
        return null;
    }

    /** The correlation id that is known before the message is read, or null. */
    default @Nullable String correlationId() {
        return null;
    }

    /** The caller's place in a trace, or null. */
    default @Nullable TraceContext trace() {
        return null;
    }

    /**
     * Reads it.
     *
     * @throws IOException where it does not arrive
     * @throws sessions.domain.error.SessionsException where it is no message
     */
    MessageMembers message() throws IOException;
}
