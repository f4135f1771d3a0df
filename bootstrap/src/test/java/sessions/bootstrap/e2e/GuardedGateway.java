package sessions.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A gateway in front of a service that forwards calls with the key and answers others with its own page. */
final class GuardedGateway implements AutoCloseable {

    private static final byte[] PAGE = "<html><body>A page</body></html>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private GuardedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static GuardedGateway start(int servicePort, String key) throws IOException {
        GuardedGateway gateway = new GuardedGateway();
        gateway.server.createContext("/", exchange -> {
            if (("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                gateway.forward(exchange, servicePort);
            } else {
                answer(exchange, 401, "text/html", PAGE);
            }
        });
        gateway.server.start();
        return gateway;
    }

    /** Not a gateway: answers every request with a page. */
    static GuardedGateway website() throws IOException {
        GuardedGateway website = new GuardedGateway();
        website.server.createContext("/", exchange -> answer(exchange, 200, "text/html", PAGE));
        website.server.start();
        return website;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange, int servicePort) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + servicePort + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[]{"Content-Type", "Idempotency-Key", "If-Match"}) {
            if (exchange.getRequestHeaders().containsKey(header)) {
                request.header(header, exchange.getRequestHeaders().getFirst(header));
            }
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.headers().firstValue("Content-Type").orElse("text/plain"),
                    response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
