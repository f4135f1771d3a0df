package sessions.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.testkit.openapi.HttpExchange;
import sessions.testkit.openapi.OpenApiCheck;

/** Calls a running service over HTTP and checks every exchange against the API's document. */
public final class HttpCalls implements AutoCloseable {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OpenApiCheck documentCheck = OpenApiCheck.ofClassPath();
    private final Map<String, String> always;
    private final String base;

    public HttpCalls(int port) {
        this(port, Map.of());
    }

    /** @param always headers of every request; a request's own headers take precedence */
    public HttpCalls(int port, Map<String, String> always) {
        this.always = always;
        base = "http://127.0.0.1:" + port;
    }

    /**
     * A response.
     *
     * @param body the text, empty if there is none
     */
    public record Reply(int status, HttpHeaders headers, String body) {

        /** Returns the first value of a header, or null if absent. */
        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    /** Executes a command of the contract with JSON arguments. */
    public Reply command(String name, String arguments) {
        return send("POST", "/v1/sessions/" + name, JSON, arguments.getBytes(StandardCharsets.UTF_8));
    }

    public Reply get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    /**
     * Sends a request.
     *
     * @throws AssertionError if the exchange is not as documented
     */
    public Reply send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).method(method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        always.forEach(builder::setHeader);
        headers.forEach(builder::setHeader);
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            documentCheck.check(new HttpExchange(method, path, HttpExchange.Message.of(request.headers(), body),
                    response.statusCode(), HttpExchange.Message.of(response.headers(), response.body())));
            return new Reply(response.statusCode(), response.headers(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Sends raw bytes and returns everything until the service closes the connection. Not checked against the API's
     * document.
     */
    public String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
