package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionId;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Opening and listing sessions with the resource API. */
class ManyResourcesTest extends ResourcesOverHttp {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void allProblemsOfAnOpeningAreReportedTogether() {
        JsonNode problem = problem(
                post(SESSIONS, "{\"user_name\":1,\"adress\":\"x\",\"client\":\"" + "c".repeat(1025) + "\"}"), 400,
                "INVALID_DATA", "user_id");
        assertThat(problem.get("details").propertyNames()).containsExactly("user_id", "user_name", "client", "adress");
        for (String body : List.of("[]", "1", "\"x\"", "null")) {
            problem(post(SESSIONS, body), 400, "INVALID_DATA", "body");
        }
        problem(post(SESSIONS, ""), 400, "INVALID_JSON", "");
        problem(post(SESSIONS, "{\"user_id\":\"a\",\"user_id\":\"b\"}"), 400, "INVALID_DATA", "user_id");
    }

    @Test
    void repeatedOpeningsWithOneKeyOpenOneSession() {
        String user = user();
        String key = user + " and a space";
        JsonNode session = json(openWith(key, user));
        Reply again = openWith(key, user);
        assertThat(again.status()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(session);
        assertThat(again.header("Location")).isEqualTo(path(session));
        assertThat(ok("open_session", "{\"user_id\":\"" + user + "\",\"request_id\":\"" + key + "\"}").get("id"))
                .isEqualTo(session.get("id"));
        assertThat(list("user_id=" + user)).hasSize(1);

        problem(openWith(key, user + "x"), 422, "KEY_REUSED", "");
        assertThat(delete(path(session)).status()).isEqualTo(204);
        problem(openWith(key, user), 404, "NOT_FOUND", "session");
        assertThat(list("user_id=" + user)).isEmpty();
    }

    @Test
    void malformedIdempotencyKeysAreRejected() {
        for (String key : List.of("", "k".repeat(256))) {
            problem(openWith(key, "u"), 400, "INVALID_DATA", "Idempotency-Key");
        }
        assertThat(openWith("k".repeat(255), "u").status()).isEqualTo(201);
        String twice = "POST " + SESSIONS + " HTTP/1.1\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n"
                + "Content-Type: application/json\r\nContent-Length: 15\r\nConnection: close\r\nHost:"
                + " localhost\r\n\r\n{\"user_id\":\"u\"}";
        assertThat(calls().raw(twice)).startsWith("HTTP/1.1 400").contains("Idempotency-Key");
    }

    @Test
    void followingLinksReturnsEverySession() {
        String user = user();
        List<JsonNode> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.addFirst(created("{\"user_id\":\"" + user + "\"}"));
        }
        for (String start : List.of(SESSIONS + "?user_id=" + user + "&limit=3",
                "/v2/users/" + user + "/sessions?limit=3")) {
            List<String> seen = new ArrayList<>();
            String path = start;
            while (!path.isEmpty()) {
                Reply reply = get(path);
                JsonNode page = ok(reply);
                page.get("data").forEach(session -> seen.add(session.get("id").stringValue()));
                path = next(reply);
                assertThat(page.get("next_cursor").isNull()).isEqualTo(path.isEmpty());
                assertThat(page.has("total")).isFalse();
            }
            assertThat(seen).hasSize(7)
                    .containsExactlyInAnyOrderElementsOf(opened.stream().map(s -> s.get("id").stringValue()).toList());
        }
    }

    @Test
    void listedSessionsHaveNoContent() {
        String user = user();
        created("{\"user_id\":\"" + user + "\",\"data\":1}");
        JsonNode page = ok(get(SESSIONS + "?total=true&user_id=" + user));
        assertThat(page.get("total").intValue()).isEqualTo(1);
        assertThat(page.get("data").get(0).propertyNames()).containsExactly("id", "user_id", "user_name", "active",
                "open_time", "request_time", "address", "client", "version", "expires_at");
    }

    @Test
    void filtersRestrictTheList() {
        String user = user();
        JsonNode phone = created(
                "{\"user_id\":\"" + user + "\",\"address\":\"10.0.0.1\",\"client\":\"phone & more\"}");
        JsonNode web = created("{\"user_id\":\"" + user + "\",\"address\":\"10.0.0.2\"}");
        assertThat(post(path(web) + "/close", "").status()).isEqualTo(200);
        String query = "user_id=" + user;
        assertThat(list(query)).hasSize(2);
        assertThat(list(query + "&active=true")).containsExactly(id(phone));
        assertThat(list(query + "&active=false")).containsExactly(id(web));
        assertThat(list(query + "&address=10.0.0.2")).containsExactly(id(web));
        assertThat(list(query + "&client=phone%20%26+more")).containsExactly(id(phone));
        assertThat(list(query + "&opened_to=" + phone.get("open_time").stringValue())).isEmpty();
        assertThat(list(query + "&opened_from=2020-01-01&requested_to=4102444800000")).hasSize(2);
    }

    @Test
    void mistypedQueryIsRejected() {
        for (String query : List.of("userid=1", "user_id=", "active=", "active=maybe", "limit=0", "limit=-1", "limit=x",
                "limit=1.5", "cursor=", "cursor=abc", "total=1", "opened_from=yesterday", "opened_to=",
                "user_id=1&user_id=2", "address=a", "client=c", "limit=9999999999")) {
            String field = query.substring(0, query.indexOf('='));
            problem(get(SESSIONS + "?" + query), 400, "INVALID_DATA", field);
        }
        problem(get("/v2/users/1/sessions?user_id=2"), 400, "INVALID_DATA", "user_id");
        JsonNode all = problem(get("/v2/users/" + "u".repeat(256) + "/sessions?bogus=1&limit=0"), 400, "INVALID_DATA",
                "user_id");
        assertThat(all.get("details").propertyNames()).containsExactly("user_id", "limit", "bogus");
        assertThat(list("&limit=1&")).hasSizeLessThan(2);
        problem(get(SESSIONS + "?=1"), 400, "INVALID_DATA", "\"\"");
        assertThat(get(SESSIONS + "?correlation_id=mine&limit=1000").header("X-Correlation-Id")).isEqualTo("mine");
        for (String path : List.of(SESSIONS, "/v2/users/1/sessions", "/v2/users/1/export", "/v2/stats")) {
            problem(get(path + "?correlation_id=a&correlation_id=b"), 400, "INVALID_DATA", "correlation_id");
        }
    }

    /** Java's HTTP client would not send it. */
    @Test
    void undecodableQueryIsRejected() {
        String id = id(created("{\"user_id\":\"" + user() + "\"}"));
        for (String query : List.of("bogus%=1", "%zz=1", "%", "user%_id=42", "user_id=%zz", "user_id=%FF", "user_id=%f",
                "user_id=a%C3")) {
            for (String request : List.of("GET " + SESSIONS, "GET /v2/users/u/sessions", "GET " + SESSIONS + "/" + id,
                    "DELETE " + SESSIONS + "/" + id)) {
                assertThat(calls()
                        .raw(request + "?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .as(request + "?" + query).startsWith("HTTP/1.1 400")
                        .contains("application/problem+json", "INVALID_DATA", "percent-encoded UTF-8");
            }
        }
        assertThat(get(SESSIONS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void errorMessagesAreBounded() {
        StringBuilder body = new StringBuilder("{\"user_id\":1");
        for (int i = 0; i < 10_000; i++) {
            body.append(",\"unknown").append(i).append("\":1");
        }
        Reply reply = post(SESSIONS, body.append('}').toString());
        JsonNode problem = problem(reply, 400, "INVALID_DATA", "user_id");
        assertThat(problem.get("details").size()).isEqualTo(20);
        assertThat(problem.get("detail").stringValue()).endsWith(", and 9981 more");
    }

    @Test
    void userIdsOfAnyFormCanBeInThePath() {
        for (String user : List.of("a b", "a%b", "ä", "a+b", "a;b=c", "a&b?c", "a/b", "..", ".", "a//b")) {
            String unique = user + user();
            for (String id : List.of(user, unique)) {
                String encoded = java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20").replace(".", "%2E");
                String session = id(created("{\"user_id\":\"" + id + "\"}"));
                Reply reply = get("/v2/users/" + encoded + "/sessions?limit=1");
                assertThat(ok(reply).get("data").get(0).get("id").stringValue()).as(id).isEqualTo(session);
            }
        }
    }

    @Test
    void otherMethodsAreRejected() {
        String path = SESSIONS + "/" + SessionId.random().value();
        assertThat(allowed(put(SESSIONS, "{}"))).containsExactlyInAnyOrder("GET", "HEAD", "POST");
        assertThat(allowed(post(path, "{}"))).containsExactlyInAnyOrder("GET", "HEAD", "DELETE");
        assertThat(allowed(delete(path + "/data"))).containsExactlyInAnyOrder("GET", "HEAD", "PUT", "PATCH");
        assertThat(allowed(get(path + "/close"))).containsExactly("POST");
        assertThat(problem(get("/v2/nowhere"), 404, "NOT_FOUND", "").has("details")).isFalse();
        problem(get(path + "/"), 404, "NOT_FOUND", "");
    }

    private static List<String> allowed(Reply reply) {
        problem(reply, 405, "METHOD_NOT_ALLOWED", "");
        String allow = reply.header("Allow");
        return allow == null ? List.of() : List.of(allow.split(", "));
    }

    private Reply openWith(String key, String user) {
        return post(SESSIONS, "{\"user_id\":\"" + user + "\"}", "Idempotency-Key", key);
    }

    private List<String> list(String query) {
        List<String> ids = new ArrayList<>();
        ok(get(SESSIONS + "?" + query)).get("data").forEach(session -> ids.add(id(session)));
        return ids;
    }

    private static String next(Reply reply) {
        String link = reply.header("Link");
        Matcher matcher = NEXT.matcher(link == null ? "" : link);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
