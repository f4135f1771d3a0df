package sessions.seneca.tcp;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionsException;
import sessions.seneca.message.IncomingMessage;
import sessions.transport.CorrelationId;
import sessions.wire.command.MessageMembers;

/** A message over TCP: a line of JSON with the message as one of its members. Not thread-safe. */
final class TcpMessage implements IncomingMessage {

    private static final String MESSAGE = "act";
    private static final String ID = "id";

    private final MessageMembers line;
    private final String address;
    private @Nullable MessageMembers message;

    private TcpMessage(MessageMembers line, String address) {
        this.line = line;
        this.address = address;
    }

    /**
     * Reads a line.
     *
     * @throws sessions.domain.error.InvalidJsonException if it is not one JSON value in UTF-8 or is nested too deep
     * @throws InvalidDataException if it is not an object, has a member twice, or awaits a reply without an id
     */
    static TcpMessage of(byte[] line, String address) {
        TcpMessage message = new TcpMessage(MessageMembers.readEnvelope(line), address);
        if (message.isAct() && message.awaitsReply() && message.id() == null) {
            throw InvalidDataException.of(ID, "must be given");
        }
        return message;
    }

    /** Returns whether the line calls an action. Lines of other kinds, such as replies, are ignored. */
    boolean isAct() {
        return line.holds("kind", MESSAGE);
    }

    boolean awaitsReply() {
        return "true".equals(line.json("sync"));
    }

    /** Returns the id, as JSON text, that links the reply to its message; null if there is none. */
    @Nullable
    String id() {
        return line.json(ID);
    }

    /** Returns the client's name for itself, as JSON text; null if there is none. */
    @Nullable
    String origin() {
        return line.json("origin");
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public @Nullable String correlationId() {
        try {
            return message().text(CorrelationId.NAME);
        } catch (SessionsException malformed) {
            return null; // message() throws it again once the caller is authenticated, and it becomes the reply
        }
    }

    @Override
    public MessageMembers message() {
        if (message == null) {
            message = line.message(MESSAGE);
        }
        return message;
    }
}
