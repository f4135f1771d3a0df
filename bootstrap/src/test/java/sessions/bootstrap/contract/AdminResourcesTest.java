package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.testkit.server.HttpCalls.Reply;
import sessions.wire.resource.CursorToken;
import tools.jackson.databind.JsonNode;

/** Closing many sessions at once, and statistics. */
class AdminResourcesTest extends ResourcesOverHttp {

    private static final String STATISTICS = "/v2/stats";

    @Test
    void closingByFilterKeepsTheExcludedSession() {
        String user = user();
        JsonNode kept = created("{\"user_id\":\"" + user + "\"}");
        JsonNode gone = created("{\"user_id\":\"" + user + "\"}");
        String body = "{\"user_id\":\"" + user + "\",\"except\":\"" + id(kept) + "\"";
        assertThat(close(body + ",\"dry_run\":true}").body())
                .isEqualTo("{\"closed\":1,\"dry_run\":true}");
        assertThat(ok(get(path(gone))).get("active").booleanValue()).isTrue();
        assertThat(close(body + "}").body()).isEqualTo("{\"closed\":1,\"dry_run\":false}");
        assertThat(ok(get(path(gone))).get("active").booleanValue()).isFalse();
        assertThat(ok(get(path(kept)))).isEqualTo(kept);
        assertThat(close(body + "}").body()).isEqualTo("{\"closed\":0,\"dry_run\":false}");
    }

    @Test
    void mistypedFilterClosesNothing() {
        JsonNode session = created("{\"user_id\":\"" + user() + "\"}");
        String id = SessionId.random().value();
        for (String body : List.of("{}", "{\"except\":\"" + id + "\"}", "{\"dry_run\":false}")) {
            problem(close(body), 400, "INVALID_DATA", "filter");
        }
        problem(close("{\"opened_to\":\"2100-01-01\",\"user_id\":null}"), 400, "INVALID_DATA",
                "user_id");
        problem(close("{\"opened_to\":\"2100-01-01\",\"except\":\"x\"}"), 400, "INVALID_DATA",
                "except");
        problem(close("{\"opened_to\":\"2100-01-01\",\"userid\":\"x\"}"), 400, "INVALID_DATA",
                "userid");
        problem(close("{\"opened_to\":true}"), 400, "INVALID_DATA", "opened_to");
        problem(close("{\"opened_to\":1e3}"), 400, "INVALID_DATA", "opened_to");
        problem(close("{\"opened_to\":\"2100-01-01\",\"dry_run\":\"yes\"}"), 400, "INVALID_DATA",
                "dry_run");
        problem(close("{\"client\":\"c\"}"), 400, "INVALID_DATA", "client");
        problem(close("[]"), 400, "INVALID_DATA", "body");
        problem(close(""), 400, "INVALID_JSON", "");
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void batchesCloseAllButSessionsOpenedMeanwhile() {
        String user = user();
        for (int i = 0; i < 5; i++) {
            created("{\"user_id\":\"" + user + "\"}");
        }
        String step = "{\"user_id\":\"" + user + "\",\"limit\":2";
        Reply first = close(step + "}");
        String cursor = ok(first).get("next_cursor").stringValue();
        assertThat(first.body())
                .isEqualTo("{\"closed\":2,\"dry_run\":false,\"next_cursor\":\"" + cursor + "\"}");
        JsonNode meanwhile = created("{\"user_id\":\"" + user + "\"}");
        JsonNode second = ok(close(step + ",\"cursor\":\"" + cursor + "\",\"dry_run\":false}"));
        assertThat(second.get("closed").intValue()).isEqualTo(2);
        String next = second.get("next_cursor").stringValue();
        assertThat(close(step + ",\"cursor\":\"" + next + "\"}").body())
                .isEqualTo("{\"closed\":1,\"dry_run\":false,\"next_cursor\":null}");
        assertThat(ok(get(SESSIONS + "?active=true&user_id=" + user)).get("data"))
                .extracting(ResourcesOverHttp::id).containsExactly(id(meanwhile));
    }

    @Test
    void batchMayExceedTheStoresBatchSize() {
        String user = user();
        created("{\"user_id\":\"" + user + "\"}");
        assertThat(close("{\"user_id\":\"" + user + "\",\"limit\":10000}").body())
                .isEqualTo("{\"closed\":1,\"dry_run\":false,\"next_cursor\":null}");
    }

    @Test
    void mistypedBatchClosesNothing() {
        JsonNode session = created("{\"user_id\":\"" + user() + "\"}");
        String cursor = CursorToken.of(new SessionCursor(Instant.EPOCH, SessionId.random()));
        String filter = "{\"opened_to\":\"2100-01-01\",";
        problem(close(filter + "\"limit\":1,\"dry_run\":true}"), 400, "INVALID_DATA", "dry_run");
        problem(close(filter + "\"cursor\":\"" + cursor + "\"}"), 400, "INVALID_DATA", "cursor");
        problem(close(filter + "\"limit\":1,\"next_cursor\":\"" + cursor + "\"}"), 400, "INVALID_DATA",
                "next_cursor");
        problem(close("{\"limit\":1}"), 400, "INVALID_DATA", "filter");
        JsonNode all = problem(close("{\"limit\":0,\"cursor\":\"x\",\"dry_run\":true,\"user_id\":null}"), 400,
                "INVALID_DATA", "limit");
        assertThat(all.get("details").propertyNames()).containsExactly("limit", "cursor", "dry_run", "user_id");
        assertThat(ok(get(path(session)))).isEqualTo(session);
    }

    @Test
    void statisticsListTheRequestedHoursOldestFirst() {
        assertThat(ok(get(STATISTICS)).get("hours").size()).isEqualTo(24);
        assertThat(ok(get(STATISTICS + "?hours=1&correlation_id=mine")).get("hours").size()).isEqualTo(1);
        JsonNode week = ok(get(STATISTICS + "?hours=168")).get("hours");
        assertThat(week.size()).isEqualTo(168);
        Instant first = Instant.parse(week.get(0).get("start").stringValue());
        for (int i = 0; i < 168; i++) {
            assertThat(week.get(i).propertyNames()).containsExactly("start", "opened", "closed");
            assertThat(week.get(i).get("start").stringValue()).endsWith(":00:00.000Z");
            assertThat(Instant.parse(week.get(i).get("start").stringValue()))
                    .isEqualTo(first.plus(i, ChronoUnit.HOURS));
        }
    }

    /** Over a week, because the hour may change during the test. */
    @Test
    void statisticsCountOpenedAndClosedSessions() {
        JsonNode before = ok(get(STATISTICS + "?hours=168"));
        created("{\"user_id\":\"" + user() + "\"}");
        JsonNode session = created("{\"user_id\":\"" + user() + "\"}");
        assertThat(post(path(session) + "/close", "").status()).isEqualTo(200);
        JsonNode after = ok(get(STATISTICS + "?hours=168"));
        assertThat(after.propertyNames()).containsExactly("active", "hours");
        assertThat(after.get("active").longValue() - before.get("active").longValue()).isEqualTo(1);
        assertThat(total(after, "opened") - total(before, "opened")).isEqualTo(2);
        assertThat(total(after, "closed") - total(before, "closed")).isEqualTo(1);
    }

    @Test
    void statisticsRejectOtherQueriesAndPreconditions() {
        JsonNode all = problem(get(STATISTICS + "?hours=0&hour=1"), 400, "INVALID_DATA", "hours");
        assertThat(all.get("details").propertyNames()).containsExactly("hours", "hour");
        problem(get(STATISTICS + "?hours=1&hours=1"), 400, "INVALID_DATA", "hours");
        problem(get(STATISTICS, "If-None-Match", "\"1\""), 400, "INVALID_DATA", "If-None-Match");
        problem(post(STATISTICS, "{}"), 405, "METHOD_NOT_ALLOWED", "");
    }

    private static long total(JsonNode statistics, String what) {
        return statistics.get("hours").valueStream().mapToLong(hour -> hour.get(what).longValue()).sum();
    }

    private Reply close(String body) {
        return post(SESSIONS + "/close", body);
    }
}
