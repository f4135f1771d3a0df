package sessions.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Clients that send requests byte by byte, each on its own connection. */
public final class SlowCallers implements AutoCloseable {

    private static final String TRICKLING_HEADERS = "GET /heartbeat HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String TRICKLING_BODY = "POST /v1/sessions/open_session HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2000\r\n\r\n\"";

    private final int port;
    private final Duration pause;
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);
    private final List<Socket> connections = new ArrayList<>();
    private final List<CompletableFuture<String>> ends = new ArrayList<>();

    /** @param pause the time between two bytes */
    public SlowCallers(int port, Duration pause) {
        this.port = port;
        this.pause = pause;
    }

    public void trickleHeaders(int callers) {
        begin(callers, TRICKLING_HEADERS);
    }

    public void trickleBodies(int callers) {
        begin(callers, TRICKLING_BODY);
    }

    private void begin(int callers, String request) {
        for (int i = 0; i < callers; i++) {
            begin(request);
        }
    }

    private void begin(String request) {
        try {
            Socket connection = new Socket(InetAddress.getLoopbackAddress(), port);
            connections.add(connection);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ScheduledFuture<?> bytes = pace.scheduleAtFixedRate(() -> sendOne(connection), 0, pause.toNanos(),
                    TimeUnit.NANOSECONDS);
            ends.add(CompletableFuture.supplyAsync(() -> readToEnd(connection), Thread::startVirtualThread)
                    .whenComplete((_, _) -> bytes.cancel(false)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String readToEnd(Socket connection) {
        try {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    /** An exception ends the repetition. */
    private static void sendOne(Socket connection) {
        try {
            connection.getOutputStream().write('x');
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Returns the number of connections that the service has not closed yet. */
    public long connected() {
        return ends.stream().filter(end -> !end.isDone()).count();
    }

    /**
     * Waits until the service has closed all connections.
     *
     * @return the response on each connection; empty if there was none
     * @throws java.util.concurrent.CompletionException if it takes longer
     */
    public List<String> awaitEnds(Duration longest) {
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .orTimeout(longest.toNanos(), TimeUnit.NANOSECONDS).join();
        return ends.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        pace.shutdownNow();
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
