package sessions.seneca.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.TraceContext;
import sessions.wire.command.MessageMembers;

/** A message received over some transport. */
public interface IncomingMessage {

    /** Returns the network address of the caller. */
    String address();

    /**
     * Returns the caller's API key; null if there is none.
     *
     * @throws sessions.domain.error.InvalidDataException if there are several different keys
     */
    default @Nullable String key() {
        return null;
    }

    /** Returns the correlation id known before the message is read; null if there is none. */
    default @Nullable String correlationId() {
        return null;
    }

    /** Returns the caller's trace context; null if there is none. */
    default @Nullable TraceContext trace() {
        return null;
    }

    /**
     * Reads the message.
     *
     * @throws IOException if the message does not arrive
     * @throws sessions.domain.error.SessionsException if it is not a valid message
     */
    MessageMembers message() throws IOException;
}
