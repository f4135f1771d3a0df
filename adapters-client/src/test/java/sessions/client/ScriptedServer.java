package sessions.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A web server that answers what a test says, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * A request that came.
     *
     * @param target path and query
     */
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {

        /** The first value of a header, or null. */
        @Nullable
        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }
    }

    /** What comes back. */
    record Reply(int status, String contentType, String body, Map<String, String> headers) {

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }

        static Reply html(int status) {
            return new Reply(status, "text/html", "<html>" + status + "</html>", Map.of());
        }

        static Reply none() {
            return new Reply(204, "", "", Map.of());
        }

        Reply with(String header, String value) {
            return new Reply(status, contentType, body, Map.of(header, value));
        }
    }

    /** Makes the reply to a request; null closes the connection instead. */
    interface Script {
        @Nullable
        Reply reply(Asked asked, int number) throws InterruptedException;
    }

    private ScriptedServer(HttpServer server, Script script) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    static ScriptedServer start(Script script) {
        try {
            return new ScriptedServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                    script);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Answers all requests alike. */
    static ScriptedServer always(Reply reply) {
        return start((_, _) -> reply);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange, Script script) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(), body);
        asked.add(request);
        try {
            send(exchange, script.reply(request, asked.size()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, @Nullable Reply reply) throws IOException {
        if (reply == null) {
            throw new IOException("closes the connection");
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        if (body.length > 0) {
            exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
