package sessions.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection on which the same is asked again and again. It costs the machine much less than a client for all purposes,
 * so that what is measured is the service.
 */
final class RepeatedGet implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    private static final String OK = "HTTP/1.1 200 ";

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final int answerLength;

    /**
     * Asks once, to see how long the answer is: with the same headers each time, every answer is.
     *
     * @param headers each with a line end
     */
    RepeatedGet(URI address, String headers) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        request = ("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(request);
        answerLength = readFirst();
    }

    private int readFirst() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no answer but " + head);
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

    /** @throws IllegalStateException where the answer is not 200 */
    void ask() throws IOException {
        socket.getOutputStream().write(request);
        checked(new String(in.readNBytes(answerLength), StandardCharsets.ISO_8859_1));
    }

    private static void checked(String answer) {
        if (!answer.startsWith(OK)) {
            throw new IllegalStateException("answered with " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
