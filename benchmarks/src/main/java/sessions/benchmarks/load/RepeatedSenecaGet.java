package sessions.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends the same request over one Seneca TCP connection, like {@link RepeatedHttpRequest}. */
public final class RepeatedSenecaGet implements RepeatedCall {

    private static final String SESSION = "\"user_id\":";

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    public RepeatedSenecaGet(int port, String sessionId) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        request = ("{\"id\":\"1/1\",\"kind\":\"act\",\"origin\":\"benchmark\",\"sync\":true,\"act\":{\"role\":\"sessions\","
                + "\"version\":1,\"cmd\":\"get_session_by_id\",\"session_id\":\"" + sessionId + "\"}}\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void ask() throws IOException {
        socket.getOutputStream().write(request);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("incomplete response: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(read);
        }
        String response = line.toString(StandardCharsets.UTF_8);
        if (!response.contains(SESSION)) {
            throw new IllegalStateException("unexpected response: " + response);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
