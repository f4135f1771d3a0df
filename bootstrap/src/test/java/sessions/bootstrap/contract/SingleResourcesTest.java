package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionId;
import sessions.testkit.server.HttpCalls.Reply;
import sessions.testkit.store.StoreLimitation;
import tools.jackson.databind.JsonNode;

/** The resource API for one session. */
class SingleResourcesTest extends ResourcesOverHttp {

    private static final String OPENING = "{\"user_id\":\"u\",\"user_name\":\"Zoë\",\"data\":{\"n\":1.50}}";

    @Test
    void lifeOfAResource() {
        Reply opened = post(SESSIONS, OPENING);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        JsonNode session = json(opened);
        assertThat(opened.header("Location")).isEqualTo(path(session));
        assertThat(session.propertyNames()).containsExactly("id", "user_id", "user_name", "active", "open_time",
                "request_time", "address", "client", "user", "data", "version", "expires_at");
        assertThat(ok(get(path(session)))).isEqualTo(session);

        Reply stored = put(dataOf(session), " {\"n\": 9007199254740993} ");
        assertThat(stored.header("ETag")).isEqualTo("\"2\"");
        assertThat(ok(stored).get("version").intValue()).isEqualTo(2);
        assertThat(get(dataOf(session)).body()).isEqualTo(
                has(StoreLimitation.FORM) ? "{\"n\":9007199254740993}" : "{\"n\": 9007199254740993}");

        assertThat(ok(put(path(session) + "/user", "[\"x\"]")).get("user").toString()).isEqualTo("[\"x\"]");
        assertThat(get(path(session) + "/user").body()).isEqualTo("[\"x\"]");
        assertThat(ok(patch(dataOf(session), "{\"m\":2}")).get("data").toString())
                .isEqualTo("{\"n\":9007199254740993,\"m\":2}");
        assertThat(ok(post(path(session) + "/touch", "")).get("version").intValue()).isEqualTo(5);

        JsonNode closed = ok(post(path(session) + "/close", "{}"));
        assertThat(closed.get("active").booleanValue()).isFalse();
        assertThat(closed.has("close_time")).isTrue();
        assertThat(closed.has("expires_at")).isFalse();
        assertThat(get(dataOf(session)).body()).isEqualTo("null");
        assertThat(ok(post(path(session) + "/close", ""))).isEqualTo(closed);
        problem(put(dataOf(session), "1"), 409, "SESSION_CLOSED", "");

        Reply deleted = delete(path(session));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        problem(get(path(session)), 404, "NOT_FOUND", "session");
    }

    @Test
    void missingSessionIsNotFound() {
        for (String id : List.of(SessionId.random().value(), "no-such-session")) {
            String path = SESSIONS + "/" + id;
            for (Reply reply : List.of(get(path), delete(path), get(path + "/data"), get(path + "/user"),
                    put(path + "/data", "1"), put(path + "/user", "1"), patch(path + "/data", "{}"),
                    post(path + "/touch", ""), post(path + "/close", ""), delete(path, "If-Match", "\"1\""))) {
                assertThat(problem(reply, 404, "NOT_FOUND", "session").get("category").stringValue())
                        .isEqualTo("NotFound");
            }
        }
    }

    @Test
    void unchangedSessionIsNotSentAgain() {
        JsonNode session = created(OPENING);
        for (String path : List.of(path(session), dataOf(session), path(session) + "/user")) {
            for (String tag : List.of("\"1\"", "W/\"1\"", "\"7\", \"1\"", "*")) {
                Reply reply = get(path, "If-None-Match", tag);
                assertThat(reply.status()).as(tag).isEqualTo(304);
                assertThat(reply.header("ETag")).isEqualTo("\"1\"");
                assertThat(reply.body()).isEmpty();
            }
            assertThat(get(path, "If-None-Match", ",\"9\", ,\"1\",").status()).isEqualTo(304);
            assertThat(get(path, "If-None-Match", "\"2\"").status()).isEqualTo(200);
            assertThat(get(path, "If-None-Match", "\"01\"").status()).isEqualTo(200);
        }
        assertThat(post(path(session) + "/touch", "").status()).isEqualTo(200);
        assertThat(get(path(session), "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void endedSessionIsNotFoundAsActive() {
        JsonNode session = created(OPENING);
        String active = path(session) + "?active=true";
        assertThat(ok(get(active))).isEqualTo(session);
        assertThat(get(active, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        assertThat(ok(post(path(session) + "/close", "")).get("version").intValue()).isEqualTo(2);
        problem(get(active), 404, "NOT_FOUND", "session");
        for (String tag : List.of("\"1\"", "\"2\"", "*")) {
            problem(get(active, "If-None-Match", tag), 404, "NOT_FOUND", "session");
        }
        assertThat(calls().send("HEAD", active, Map.of(), new byte[0]).status()).isEqualTo(404);
        assertThat(get(path(session)).status()).isEqualTo(200);
        problem(delete(active), 400, "INVALID_DATA", "active");
    }

    @Test
    void activeOfASingleSessionIsTrueOrAbsent() {
        JsonNode session = created(OPENING);
        for (String query : List.of("active=false", "active=", "active", "active=TRUE", "active=1",
                "active=true&active=true")) {
            problem(get(path(session) + "?" + query), 400, "INVALID_DATA", "active");
        }
        problem(get(path(session) + "?aktive=true"), 400, "INVALID_DATA", "aktive");
    }

    @Test
    void changeRequiresTheExpectedVersion() {
        JsonNode session = created(OPENING);
        String data = dataOf(session);
        assertThat(put(data, "1", "If-Match", "\"1\"").header("ETag")).isEqualTo("\"2\"");
        assertThat(put(data, "2", "If-Match", "*").header("ETag")).isEqualTo("\"3\"");
        assertThat(put(data, "3", "If-Match", "\"9\", \"3\"").header("ETag")).isEqualTo("\"4\"");
        assertThat(patch(data, "4", "If-Match", "\"4\"").header("ETag")).isEqualTo("\"5\"");
        assertThat(put(path(session) + "/user", "1", "If-Match", "\"5\"").status()).isEqualTo(200);
        assertThat(post(path(session) + "/touch", "", "If-Match", "\"6\"").status()).isEqualTo(200);
        assertThat(post(path(session) + "/close", "", "If-Match", "\"7\"").status()).isEqualTo(200);
        assertThat(delete(path(session), "If-Match", "\"8\"").status()).isEqualTo(204);
    }

    @Test
    void staleChangeIsRejected() {
        JsonNode session = created(OPENING);
        for (String tag : List.of("\"2\"", "\"0\"", "\"abc\"", "W/\"1\"", "\"99999999999999999999\"", "\"\"",
                "\"2\", \"3\"")) {
            for (Reply reply : List.of(put(dataOf(session), "1", "If-Match", tag),
                    patch(dataOf(session), "{}", "If-Match", tag),
                    put(path(session) + "/user", "1", "If-Match", tag),
                    post(path(session) + "/touch", "", "If-Match", tag),
                    post(path(session) + "/close", "", "If-Match", tag), delete(path(session), "If-Match", tag))) {
                JsonNode problem = problem(reply, 412, "STALE_VERSION", "");
                assertThat(problem.get("details").get("version").stringValue()).isEqualTo("1");
                assertThat(problem.get("detail").stringValue().contains("weak")).isEqualTo(!tag.contains("2"));
            }
        }
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void preconditionAppliesOnlyIfTheRequestWouldSucceed() {
        JsonNode session = created(OPENING);
        JsonNode closed = ok(post(path(session) + "/close", ""));
        problem(put(dataOf(session), "1", "If-Match", "\"1\""), 409, "SESSION_CLOSED", "");
        assertThat(ok(post(path(session) + "/close", "", "If-Match", "\"1\""))).isEqualTo(closed);
    }

    @Test
    void unsupportedPreconditionsAreRejected() {
        JsonNode session = created(OPENING);
        problem(put(dataOf(session), "1", "If-None-Match", "*"), 400, "INVALID_DATA", "If-None-Match");
        problem(delete(path(session), "If-None-Match", "\"1\""), 400, "INVALID_DATA", "If-None-Match");
        problem(get(path(session), "If-Match", "\"1\""), 400, "INVALID_DATA", "If-Match");
        problem(get(SESSIONS, "If-None-Match", "*"), 400, "INVALID_DATA", "If-None-Match");
        problem(post(SESSIONS, OPENING, "If-None-Match", "*"), 400, "INVALID_DATA", "If-None-Match");
        problem(post(SESSIONS + "/close", "{\"user_id\":\"u\"}", "If-Match", "\"77\""), 400, "INVALID_DATA",
                "If-Match");
        problem(put(dataOf(session), "1", "Idempotency-Key", "k"), 400, "INVALID_DATA", "Idempotency-Key");
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void malformedPreconditionsAreRejected() {
        JsonNode session = created(OPENING);
        for (String tag : List.of("1", "\"1", "\"1\" \"2\"", "*, \"1\"", "w/\"1\"", "\"1\",x")) {
            problem(put(dataOf(session), "1", "If-Match", tag), 400, "INVALID_DATA", "If-Match");
            problem(get(path(session), "If-None-Match", tag), 400, "INVALID_DATA", "If-None-Match");
        }
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void problemsAreInPlainWords() {
        String problem = post(SESSIONS, "{\"user_name\":7,\"client\":[],\"address\":1.5}").body();
        assertThat(problem).contains("user_id is required", "user_name must be a string, got a number",
                "client must be a string, got an array", "address must be a string, got a number with a fraction");
        assertThat(post(SESSIONS, "{\"user_id\":null}").body()).contains("user_id must not be null");
        assertThat(post(SESSIONS, "[]").body()).contains("body must be a JSON object, got an array");
        assertThat(post(SESSIONS + "/close", "{\"user_id\":\"u\",\"dry_run\":1,\"limit\":\"9\"}").body())
                .contains("dry_run must be a boolean, got a number", "limit must be a number, got a string");
        assertThat(post(SESSIONS + "/purge", "{}").body()).contains("closed_before is required");
        assertThat(command("open_session", "{\"user_name\":7}").body())
                .contains("user_id must not be null", "user_name type must be string but found long");
    }

    @Test
    void contentMustBeNonNullJson() {
        JsonNode session = created(OPENING);
        for (String path : List.of(dataOf(session), path(session) + "/user")) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            problem(put(path, "null"), 400, "INVALID_DATA", name);
            problem(put(path, "{\"a\":"), 400, "INVALID_JSON", "");
            problem(put(path, "1 2"), 400, "INVALID_JSON", "");
            problem(put(path, ""), 400, "INVALID_JSON", "");
            problem(put(path, "[".repeat(501) + "]".repeat(501)), 400, "INVALID_JSON", "");
            Reply deepest = put(path, "[".repeat(500) + "]".repeat(500));
            if (has(StoreLimitation.NESTING)) {
                problem(deepest, 400, "INVALID_DATA", name);
            } else {
                assertThat(deepest.status()).isEqualTo(200);
            }
            problem(send("PUT", path, "text/plain", "1"), 415, "UNSUPPORTED_MEDIA_TYPE", "");
        }
        problem(patch(dataOf(session), "null"), 400, "INVALID_DATA", "data");
        Reply otherPatch = send("PATCH", dataOf(session), "application/json-patch+json", "[]");
        problem(otherPatch, 415, "UNSUPPORTED_MEDIA_TYPE", "");
        assertThat(otherPatch.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
        Reply encoded = patch(dataOf(session), "{}", "Content-Encoding", "gzip");
        problem(encoded, 415, "UNSUPPORTED_MEDIA_TYPE", "");
        assertThat(encoded.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
    }

    @Test
    void mergedDataHasTheBodyLimit() {
        JsonNode session = created("{\"user_id\":\"u\"}");
        String half = "x".repeat(600_000);
        assertThat(patch(dataOf(session), "{\"a\":\"" + half + "\"}").status()).isEqualTo(200);
        problem(patch(dataOf(session), "{\"b\":\"" + half + "\"}"), 413, "TOO_LARGE", "");
        assertThat(patch(dataOf(session), "{\"a\":\"" + half + "\"}").status()).isEqualTo(200);
    }

    @Test
    void requestsWithoutArgumentsRejectArguments() {
        JsonNode session = created(OPENING);
        problem(post(path(session) + "/close", "{\"version\":1}"), 400, "INVALID_DATA", "version");
        problem(post(path(session) + "/touch", "[]"), 400, "INVALID_DATA", "body");
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }
}
