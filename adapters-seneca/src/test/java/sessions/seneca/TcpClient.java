package sessions.seneca;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sessions.wire.command.MessageMembers;

/** A client over TCP. As a {@link Dialect}, it sends one message at a time. */
final class TcpClient implements Dialect {

    private final Socket socket;
    private final BufferedReader lines;
    private int sent;

    TcpClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the line for a message whose caller waits for the reply. */
    static String line(String id, String message) {
        return "{\"id\":\"" + id + "\",\"kind\":\"act\",\"origin\":\"p9y1/3.38.0/-\",\"track\":[\"p9y1\"],"
                + "\"time\":{\"client_sent\":1795392193436},\"act\":" + message + ",\"sync\":true}\n";
    }

    void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the next line; null if the service has closed the connection. */
    @Nullable
    String readLine() {
        try {
            return lines.readLine();
        } catch (IOException reset) {
            return null;
        }
    }

    MessageMembers readReply() {
        String line = readLine();
        if (line == null) {
            throw new AssertionError("the connection was closed");
        }
        return MessageMembers.read(line.getBytes(StandardCharsets.UTF_8));
    }

    void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public ActionResult send(String message) {
        String id = "m/" + ++sent;
        write(line(id, message));
        MessageMembers reply = readReply();
        if (!reply.holds("id", id) || !reply.holds("origin", "p9y1/3.38.0/-") || !reply.holds("kind", "res")
                || "false".equals(reply.json("sync"))) {
            throw new AssertionError("the client would ignore this reply");
        }
        return reply.has("error")
                ? new ActionResult(null, reply.message("error"))
                : new ActionResult(reply.json("res"), null);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
