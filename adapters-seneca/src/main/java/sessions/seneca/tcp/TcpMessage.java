package sessions.seneca.tcp;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionsException;
import sessions.seneca.message.IncomingMessage;
import sessions.transport.CorrelationId;
import sessions.wire.command.MessageMembers;

/** A message that is one member of a line. It is of one thread at a time. */
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
     * @throws sessions.domain.error.InvalidJsonException where it is not one JSON value in UTF-8, or nests too deep
     * @throws InvalidDataException where it is no object, has a member twice, or awaits a reply without an id
     */
    static TcpMessage of(byte[] line, String address) {
        TcpMessage message = new TcpMessage(MessageMembers.readEnvelope(line), address);
        if (message.isForUs() && message.awaitsReply() && message.id() == null) {
            throw InvalidDataException.of(ID, "must be given");
        }
        return message;
    }

    /** Others, such as replies, are for nobody here. */
    boolean isForUs() {
        return line.holds("kind", MESSAGE);
    }

    boolean awaitsReply() {
        return "true".equals(line.json("sync"));
    }

    /** The JSON text by which the client finds what a reply is for, null where it has none. */
    @Nullable
    String id() {
        return line.json(ID);
    }

    /** The JSON text of the client's name for itself, null where it has none. */
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
            return null; // it is the reply, once the caller is let in
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
