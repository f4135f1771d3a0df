package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Purging and erasing sessions, and exporting those of a user. */
class RemovalResourcesTest extends ResourcesOverHttp {

    private static final String PURGE = SESSIONS + "/purge";

    @Test
    void sessionsThatEndedBeforeATimeArePurged() {
        JsonNode closed = created("{\"user_id\":\"" + user() + "\"}");
        JsonNode active = created("{\"user_id\":\"" + user() + "\"}");
        assertThat(post(path(closed) + "/close", "").status()).isEqualTo(200);
        assertThat(ok(post(PURGE, "{\"closed_before\":10000}")).get("deleted").intValue()).isZero();
        JsonNode counted = ok(post(PURGE, "{\"closed_before\":\"2100-01-01\",\"dry_run\":true}"));
        assertThat(counted.propertyNames()).containsExactly("deleted", "dry_run");
        assertThat(counted.get("deleted").intValue()).isPositive();
        assertThat(get(path(closed)).status()).isEqualTo(200);
        JsonNode purged = ok(post(PURGE, "{\"closed_before\":\"2100-01-01\"}"));
        assertThat(purged.get("deleted")).isEqualTo(counted.get("deleted"));
        assertThat(purged.get("dry_run").booleanValue()).isFalse();
        problem(get(path(closed)), 404, "NOT_FOUND", "");
        assertThat(ok(get(path(active)))).isEqualTo(active);
        assertThat(post(PURGE, "{\"closed_before\":\"2100-01-01\",\"limit\":10000}").body())
                .isEqualTo("{\"deleted\":0,\"more\":false}");
    }

    @Test
    void mistypedPurgeDeletesNothing() {
        JsonNode session = created("{\"user_id\":\"" + user() + "\"}");
        assertThat(post(path(session) + "/close", "").status()).isEqualTo(200);
        problem(post(PURGE, "{}"), 400, "INVALID_DATA", "closed_before");
        problem(post(PURGE, "{\"closed_before\":null}"), 400, "INVALID_DATA", "closed_before");
        problem(post(PURGE, "{\"closed_before\":true}"), 400, "INVALID_DATA", "closed_before");
        problem(post(PURGE, "{\"closed_before\":\"tomorrow\"}"), 400, "INVALID_DATA", "closed_before");
        problem(post(PURGE, "[]"), 400, "INVALID_DATA", "body");
        problem(post(PURGE, ""), 400, "INVALID_JSON", "");
        problem(post(PURGE + "?dry_run=true", "{\"closed_before\":\"2100-01-01\"}"), 400, "INVALID_DATA", "dry_run");
        String time = "{\"closed_before\":\"2100-01-01\",";
        problem(post(PURGE, time + "\"dry_run\":null}"), 400, "INVALID_DATA", "dry_run");
        problem(post(PURGE, time + "\"limit\":0}"), 400, "INVALID_DATA", "limit");
        problem(post(PURGE, time + "\"limit\":10001}"), 400, "INVALID_DATA", "limit");
        problem(post(PURGE, time + "\"limit\":1,\"dry_run\":true}"), 400, "INVALID_DATA", "dry_run");
        JsonNode all = problem(post(PURGE, "{\"limit\":\"1\",\"user_id\":\"x\",\"dry_run\":1}"), 400, "INVALID_DATA",
                "closed_before");
        assertThat(all.get("details").propertyNames()).containsExactly("closed_before", "dry_run", "limit", "user_id");
        problem(get(PURGE), 404, "NOT_FOUND", "");
        assertThat(get(path(session)).status()).isEqualTo(200);
    }

    @Test
    void userIsErasedAtOnceOrInBatches() {
        String user = user() + "/ü?.";
        for (int i = 0; i < 3; i++) {
            created("{\"user_id\":\"" + user + "\"}");
        }
        JsonNode other = created("{\"user_id\":\"" + user() + "\"}");
        assertThat(delete(sessionsOf(user) + "?limit=1").body()).isEqualTo("{\"deleted\":1,\"more\":true}");
        assertThat(delete(sessionsOf(user) + "?limit=10000").body()).isEqualTo("{\"deleted\":2,\"more\":false}");
        created("{\"user_id\":\"" + user + "\"}");
        assertThat(delete(sessionsOf(user) + "?correlation_id=mine").body())
                .isEqualTo("{\"deleted\":1,\"more\":false}");
        assertThat(ok(get(sessionsOf(user))).get("data")).isEmpty();
        assertThat(ok(get(path(other)))).isEqualTo(other);
    }

    @Test
    void mistypedErasureDeletesNothing() {
        String user = user();
        JsonNode session = created("{\"user_id\":\"" + user + "\"}");
        problem(delete(sessionsOf(user) + "?active=false"), 400, "INVALID_DATA", "active");
        problem(delete(sessionsOf(user) + "?limit=0"), 400, "INVALID_DATA", "limit");
        problem(delete(sessionsOf(user) + "?limit=1&limit=1"), 400, "INVALID_DATA", "limit");
        problem(delete(sessionsOf(user), "If-Match", "\"1\""), 400, "INVALID_DATA", "If-Match");
        problem(delete(sessionsOf("x".repeat(256))), 400, "INVALID_DATA", "user_id");
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void exportHasOneLinePerSessionWithContent() {
        String user = user() + " ü";
        JsonNode first = created("{\"user_id\":\"" + user + "\",\"data\":{\"n\":\n12345678901234567890.10}}");
        JsonNode second = created("{\"user_id\":\"" + user + "\",\"user\":[\"😀\"]}");
        assertThat(post(path(first) + "/close", "").status()).isEqualTo(200);
        Reply export = get(exportOf(user));
        assertThat(export.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"sessions.jsonl\"");
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(export.body()).endsWith("\n");
        assertThat(export.body().lines().map(line -> json(new Reply(200, export.headers(), line))))
                .containsExactlyInAnyOrder(second, ok(get(path(first))));
        Reply head = calls().send("HEAD", exportOf(user), Map.of(), new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Disposition")).isEqualTo(export.header("Content-Disposition"));
        assertThat(get(exportOf(user())).body()).isEmpty();
    }

    @Test
    void exportPagesAreLinked() {
        String user = user();
        for (int i = 0; i < 45; i++) {
            created("{\"user_id\":\"" + user + "\"}");
        }
        List<String> lines = new ArrayList<>();
        String next = exportOf(user) + "?limit=17";
        for (int part = 0; part < 3; part++) {
            Reply reply = get(next);
            lines.addAll(reply.body().lines().toList());
            String link = reply.header("Link");
            next = link == null ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(next).isEmpty();
        assertThat(lines).hasSize(45);
        Reply whole = get(exportOf(user));
        assertThat(whole.header("Link")).isNull();
        assertThat(whole.body().lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void exportRejectsOtherQueries() {
        JsonNode all = problem(get(exportOf(user()) + "?limit=0&cursor=x&active=true"), 400, "INVALID_DATA", "limit");
        assertThat(all.get("details").propertyNames()).containsExactlyInAnyOrder("cursor", "limit", "active");
        problem(get(exportOf("x".repeat(256))), 400, "INVALID_DATA", "user_id");
        problem(get(exportOf(user()), "If-None-Match", "\"1\""), 400, "INVALID_DATA", "If-None-Match");
        problem(post(exportOf(user()), "{}"), 405, "METHOD_NOT_ALLOWED", "");
    }

    private static String sessionsOf(String user) {
        return "/v2/users/" + encoded(user) + "/sessions";
    }

    private static String exportOf(String user) {
        return "/v2/users/" + encoded(user) + "/export";
    }

    private static String encoded(String user) {
        return URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
