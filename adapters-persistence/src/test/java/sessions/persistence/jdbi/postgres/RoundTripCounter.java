package sessions.persistence.jdbi.postgres;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy between a store and PostgreSQL that counts round trips: a simple query, or all messages up to a Sync message.
 * The pool's check of a connection is an empty query and does not count.
 */
final class RoundTripCounter implements AutoCloseable {

    private static final int LENGTH_BYTES = 4;

    private final ServerSocket listener;
    private final URI server;
    private final AtomicInteger roundTrips = new AtomicInteger();

    private RoundTripCounter(ServerSocket listener, URI server) {
        this.listener = listener;
        this.server = server;
    }

    static RoundTripCounter to(String url) throws IOException {
        ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        RoundTripCounter wire = new RoundTripCounter(listener, URI.create(url.substring("jdbc:".length())));
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    /**
     * Returns a URL without encryption and with all settings in the first message, so that a new connection sends no
     * statement.
     */
    String url() {
        return "jdbc:postgresql://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort()
                + server.getPath() + "?" + server.getQuery() + "&sslmode=disable&assumeMinServerVersion=12";
    }

    int roundTrips() {
        return roundTrips.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                upstream.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> forward(client, upstream, this::count));
                Thread.ofVirtual().start(() -> forward(upstream, client, InputStream::transferTo));
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private interface Transfer {
        void run(InputStream in, OutputStream out) throws IOException;
    }

    private static void forward(Socket from, Socket to, Transfer transfer) {
        try (from; to) {
            transfer.run(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // Either side has closed the connection.
        }
    }

    private void count(InputStream in, OutputStream out) throws IOException {
        DataInputStream messages = new DataInputStream(in);
        out.write(body(messages, messages.readInt()));
        boolean statement = false;
        while (true) {
            byte type = messages.readByte();
            byte[] message = body(messages, messages.readInt());
            statement |= switch (type) {
                case 'P', 'B' -> !text(message, 1).isEmpty();
                case 'Q' -> !text(message, 0).isEmpty();
                default -> false;
            };
            if (statement && (type == 'S' || type == 'Q')) {
                roundTrips.incrementAndGet();
                statement = false;
            }
            out.write(ByteBuffer.allocate(1 + message.length).put(type).put(message).array());
        }
    }

    /** Reads a message without its type: length and content. */
    private static byte[] body(DataInputStream messages, int length) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(length).putInt(length);
        messages.readFully(body.array(), LENGTH_BYTES, length - LENGTH_BYTES);
        return body.array();
    }

    /**
     * Returns a text of a message: the first of a simple query is the query; the second of a Parse message is the query,
     * of a Bind message the prepared statement, which is empty if the Parse message came just before.
     */
    private static String text(byte[] message, int number) {
        return new String(message, LENGTH_BYTES, message.length - LENGTH_BYTES, StandardCharsets.ISO_8859_1)
                .split("\0", number + 2)[number];
    }
}
