package sessions.bootstrap.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sessions.testkit.openapi.HttpExchange.Message;

/**
 * Sends requests that no HTTP client would, on one connection as long as the service keeps it open, so that a response
 * of wrong length breaks the next one.
 */
final class PersistentConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    PersistentConnection(int port) throws IOException {
        this.port = port;
        this.socket = connect();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(int status, Message message) {
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setSoTimeout(PATIENCE_MILLIS);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /**
     * Sends a request, and retries once if the connection closes instead: an open one may close at any time (RFC 9112,
     * 9.3.1), but a new one must return a response.
     *
     * @throws IOException if there is no response, or it is not HTTP
     */
    Answer send(FuzzRequest request) throws IOException {
        try {
            return exchange(request);
        } catch (EOFException | SocketException ended) {
            reconnect();
            return exchange(request);
        }
    }

    private Answer exchange(FuzzRequest request) throws IOException {
        socket.getOutputStream().write(request.encoded());
        String[] statusLine = line().split(" ", 3);
        if (!statusLine[0].equals("HTTP/1.1")) {
            throw new IOException("no answer of HTTP: " + String.join(" ", statusLine));
        }
        int status = Integer.parseInt(statusLine[1]);
        HttpHeaders headers = headers();
        boolean none = request.method().equals("HEAD") || status == 204 || status == 304;
        byte[] body = none ? new byte[0] : body(headers);
        if (headers.firstValue("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            reconnect();
        }
        return new Answer(status, Message.of(headers, body));
    }

    /** Discards data that may still arrive. */
    void reconnect() throws IOException {
        socket.close();
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream());
    }

    private HttpHeaders headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1].strip());
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private byte[] body(HttpHeaders headers) throws IOException {
        if (headers.firstValue("Transfer-Encoding").filter("chunked"::equals).isPresent()) {
            return chunks();
        }
        long length = headers.firstValueAsLong("Content-Length").orElseThrow(() -> new IOException("no length"));
        return bytes((int) length);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = HexFormat.fromHexDigits(line()); size > 0; size = HexFormat.fromHexDigits(line())) {
            body.writeBytes(bytes(size));
            expectEmptyLine();
        }
        expectEmptyLine();
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return bytes;
    }

    private void expectEmptyLine() throws IOException {
        if (!line().isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within the head of an answer, or before it");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
