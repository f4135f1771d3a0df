package sessions.seneca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import sessions.wire.command.MessageMembers;

/** Clients for both dialects over HTTP. */
final class HttpDialects {

    static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final String ID = "86mtnymtf2eq/r5gyib2as5vh";
    private static final String ORIGIN = "p9y1siiysncj/1795392059915/7173/3.38.0/-";

    private HttpDialects() {
    }

    /** Creates a client that sends {@code seneca-*} headers. */
    static Dialect headers(int port, Map<String, String> more) {
        return new Headers(new HttpCaller(port), more);
    }

    /** Creates a client that sends {@code meta$} in the body. */
    static Dialect meta(int port, Map<String, String> more) {
        return new Meta(new HttpCaller(port), more);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static MessageMembers members(String body) {
        return MessageMembers.read(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends HTTP requests without changing them. */
    record HttpCaller(HttpClient client, int port) implements AutoCloseable {

        HttpCaller(int port) {
            this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
        }

        HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", interrupted);
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private record Headers(HttpCaller caller, Map<String, String> more) implements Dialect {

        @Override
        public ActionResult send(String message) {
            HttpResponse<String> response = caller.send("POST", "/act",
                    with(with(JSON, more), Map.of("seneca-id", ID, "seneca-origin", ORIGIN, "seneca-kind", "req")),
                    message);
            if (!response.headers().firstValue("seneca-id").orElse("").equals(ID)
                    || !response.headers().firstValue("seneca-origin").orElse("").equals(ORIGIN)
                    || !response.headers().firstValue("Content-Type").orElse("").equals("application/json")) {
                throw new AssertionError("the client would ignore this reply: " + response.headers());
            }
            return switch (response.statusCode()) {
                case 200 -> new ActionResult(response.body().equals("null") ? null : response.body(), null);
                case 299 -> new ActionResult(null, members(response.body()));
                default -> throw new AssertionError("the client would lose the error: " + response.statusCode());
            };
        }

        @Override
        public void close() {
            caller.close();
        }
    }

    private record Meta(HttpCaller caller, Map<String, String> more) implements Dialect {

        private static final String META = "\"meta$\":{\"id\":\"qui2/onds\",\"mi\":\"qui2\",\"tx\":\"onds\",\"sync\":true}}";

        @Override
        public ActionResult send(String message) {
            HttpResponse<String> response = caller.send("POST", "/act", with(JSON, more),
                    message.substring(0, message.length() - 1) + "," + META);
            return result(response, members(response.body()));
        }

        private static ActionResult result(HttpResponse<String> response, MessageMembers body) {
            MessageMembers meta = body.has("meta$") ? body.message("meta$") : members("{}");
            if ("true".equals(meta.json("error"))) {
                return new ActionResult(null, body);
            }
            return new ActionResult("true".equals(meta.json("empty")) ? null : response.body(), null);
        }

        @Override
        public void close() {
            caller.close();
        }
    }
}
