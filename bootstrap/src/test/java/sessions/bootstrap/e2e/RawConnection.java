package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the service of which a test sees when it sends what, and all that comes back. */
record RawConnection(Socket socket) implements AutoCloseable {

    static RawConnection to(int port) throws IOException {
        return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Everything up to the next empty line. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).as("the connection ended after: %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    String body(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Everything until the service ends the connection. */
    String rest() throws IOException {
        return Launcher.text(socket.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
