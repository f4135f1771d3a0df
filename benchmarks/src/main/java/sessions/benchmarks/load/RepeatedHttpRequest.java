package sessions.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the same request over one HTTP/1.1 connection. Uses much less CPU than a general client, so that the
 * measurements are of the service.
 */
public final class RepeatedHttpRequest implements RepeatedCall {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    private static final String OK = "HTTP/1.1 200 ";

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    /** The same for every response, because all have the same headers; 0 before the first. */
    private int responseLength;

    private RepeatedHttpRequest(URI address, String method, String headersAndBody) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        request = (method + " " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                + headersAndBody).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Prepares a GET request.
     *
     * @param headers each with a line end
     */
    public static RepeatedHttpRequest get(URI address, String headers) throws IOException {
        return new RepeatedHttpRequest(address, "GET", headers + "\r\n");
    }

    /**
     * Prepares a POST request.
     *
     * @param json in ASCII
     */
    public static RepeatedHttpRequest post(URI address, String json) throws IOException {
        return new RepeatedHttpRequest(address, "POST",
                "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    private int readFirst() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("incomplete response: " + head);
            }
            head.append((char) read);
        }
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IllegalStateException("no length in " + head);
        }
        int body = Integer.parseInt(length.group(1));
        checked(head + new String(in.readNBytes(body), StandardCharsets.UTF_8));
        return head.length() + body;
    }

    @Override
    public void ask() throws IOException {
        socket.getOutputStream().write(request);
        if (responseLength == 0) {
            responseLength = readFirst();
        } else {
            checked(new String(in.readNBytes(responseLength), StandardCharsets.ISO_8859_1));
        }
    }

    private static void checked(String response) {
        if (!response.startsWith(OK)) {
            throw new IllegalStateException("unexpected response: " + response);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
