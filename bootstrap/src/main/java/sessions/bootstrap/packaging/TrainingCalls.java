package sessions.bootstrap.packaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP calls of the training runs. Each throws on an unexpected response. */
final class TrainingCalls implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final String OPENING = """
            {"user_id":"training","user_name":"Zoë","address":"192.0.2.7","client":"build","data":{"cart":[1,"a"]}}""";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    TrainingCalls(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Opens a session and returns its id. */
    String open() throws IOException, InterruptedException {
        return id(call(200, "POST", "/v1/sessions/open_session", OPENING));
    }

    /** The life of a session, with the contract's commands. */
    void commands() throws IOException, InterruptedException {
        String argument = "{\"session_id\":\"" + open() + "\"";
        command("get_session_by_id", argument + "}");
        command("store_session_data", argument + ",\"data\":{\"cart\":[]}}");
        command("update_session_user", argument + ",\"user\":{\"roles\":[]}}");
        command("get_sessions", "{\"filter\":{\"user_id\":\"training\"},\"paging\":{\"take\":10,\"total\":true}}");
        command("close_session", argument + "}");
        command("delete_session_by_id", argument + "}");
        call(204, "POST", "/v1/sessions/close_expired_sessions", "{}");
        call(200, "GET", "/heartbeat", "");
        call(200, "GET", "/health/live", "");
        call(200, "GET", "/health/ready", "");
        call(200, "GET", "/status", "");
        call(200, "GET", "/metrics", "");
    }

    private void command(String name, String arguments) throws IOException, InterruptedException {
        call(200, "POST", "/v1/sessions/" + name, arguments);
    }

    /** The life of a session, with the resource API. */
    void resources() throws IOException, InterruptedException {
        String path = "/v2/sessions/" + id(call(201, "POST", "/v2/sessions", OPENING));
        call(200, "GET", path, "");
        call(304, "GET", path, "", "If-None-Match", "\"1\"");
        call(200, "PUT", path + "/data", "{\"cart\":[]}", "If-Match", "\"1\"");
        call(200, "PATCH", path + "/data", "{\"theme\":\"dark\"}", "Content-Type", "application/merge-patch+json");
        call(200, "POST", path + "/touch", "");
        call(200, "GET", "/v2/users/training/sessions?active=true&limit=10&total=true", "");
        call(200, "GET", "/v2/sessions?limit=10", "");
        call(200, "POST", path + "/close", "");
        call(200, "POST", "/v2/sessions/close", "{\"user_id\":\"training\",\"dry_run\":true}");
    }

    /** The most common mistakes of callers. */
    void rejected() throws IOException, InterruptedException {
        call(400, "POST", "/v1/sessions/open_session", "{}");
        call(204, "POST", "/v1/sessions/get_session_by_id", "{\"session_id\":\"unknown\"}");
        call(404, "GET", "/v2/sessions/unknown", "");
        call(400, "GET", "/v2/sessions?mistyped=1", "");
        call(404, "GET", "/nowhere", "");
    }

    private String call(int expected, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(method + " " + path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static String id(String session) {
        Matcher matcher = ID.matcher(session);
        if (!matcher.find()) {
            throw new IllegalStateException("no id in " + session);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
