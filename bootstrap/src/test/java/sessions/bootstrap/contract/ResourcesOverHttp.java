package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Calls the resource API. */
abstract class ResourcesOverHttp extends HttpTestCase {

    static final String SESSIONS = "/v2/sessions";

    /** Opens a session with this body. */
    final JsonNode created(String body) {
        Reply reply = post(SESSIONS, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return json(reply);
    }

    /** Returns a user id that only one test uses. */
    static String user() {
        return UUID.randomUUID().toString();
    }

    static String id(JsonNode session) {
        return session.get("id").stringValue();
    }

    static String path(JsonNode session) {
        return SESSIONS + "/" + id(session);
    }

    static String dataOf(JsonNode session) {
        return path(session) + "/data";
    }

    final Reply get(String path, String... headers) {
        return calls().send("GET", path, map(headers), new byte[0]);
    }

    final Reply delete(String path, String... headers) {
        return calls().send("DELETE", path, map(headers), new byte[0]);
    }

    final Reply post(String path, String body, String... headers) {
        return send("POST", path, "application/json", body, headers);
    }

    final Reply put(String path, String body, String... headers) {
        return send("PUT", path, "application/json", body, headers);
    }

    final Reply patch(String path, String body, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", body, headers);
    }

    final Reply send(String method, String path, String contentType, String body, String... headers) {
        Map<String, String> all = map(headers);
        if (!body.isEmpty()) {
            all.put("Content-Type", contentType);
        }
        return calls().send(method, path, all, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks that a response is a success and returns its body. */
    static JsonNode ok(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        return json(reply);
    }

    /** Checks that a response is an error that names the field (unless empty) and returns its problem details. */
    static JsonNode problem(Reply reply, int status, String code, String field) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json(reply);
        assertThat(problem.get("type").stringValue()).isEqualTo("about:blank");
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("category").stringValue()).isNotEmpty();
        assertThat(problem.get("detail").stringValue()).contains(field);
        assertThat(problem.get("correlation_id").stringValue()).isEqualTo(reply.header("X-Correlation-Id"));
        assertThat(field.isEmpty() || problem.get("details").has(field)).as(reply.body()).isTrue();
        return problem;
    }

    private static Map<String, String> map(String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return map;
    }
}
