package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Command arguments beyond the original contract: expected version, request id and the form of returned sessions. */
class VersionArgumentsTest extends HttpTestCase {

    private static final List<String> COMMANDS = List.of("store_session_data", "update_session_user", "close_session",
            "delete_session_by_id");

    @Test
    void changeRequiresTheExpectedVersion() {
        String id = open("{\"user_id\":\"u\"}");
        int version = 1;
        for (String command : COMMANDS) {
            Reply reply = command(command, conditional(id, Integer.toString(version++)));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
        assertThat(command("get_session_by_id", args(id)).status()).isEqualTo(204);
    }

    @Test
    void anotherVersionIsRejected() {
        String id = open("{\"user_id\":\"u\"}");
        for (String command : COMMANDS) {
            assertThat(rejected(command(command, conditional(id, "2")), 409, "STALE_VERSION", "").get("details")
                    .get("version").stringValue()).isEqualTo("1");
        }
        assertThat(command("get_session_by_id", args(id)).header("ETag")).isEqualTo("\"1\"");
    }

    /** Only /v2 has preconditions. */
    @Test
    void preconditionHeadersAreIgnored() {
        String id = open("{\"user_id\":\"u\"}");
        Reply reply = calls().send("POST", "/v1/sessions/store_session_data",
                Map.of("Content-Type", "application/json", "If-Match", "\"7\""),
                conditional(id, "9").getBytes(StandardCharsets.UTF_8));
        rejected(reply, 409, "STALE_VERSION", "");
    }

    @Test
    void invalidVersionIsRejected() {
        String id = open("{\"user_id\":\"u\"}");
        for (String command : COMMANDS) {
            for (String version : List.of("0", "-1", "1.0", "1e0", "\"1\"", "true", "[]", "99999999999999999999")) {
                rejected(command(command, conditional(id, version)), 400, "INVALID_DATA", "version");
            }
            assertThat(command(command, conditional("0123456789abcdef0123456789abcdef", "1")).status()).isEqualTo(204);
        }
        assertThat(command("close_session", conditional(id, "null")).status()).isEqualTo(200);
    }

    @Test
    void repeatedRequestOpensOneSession() {
        String opening = "{\"user_id\":\"u\",\"data\":[1],\"request_id\":\"" + "r".repeat(255) + "\"}";
        String id = open(opening);
        assertThat(open(opening)).isEqualTo(id);
        rejected(command("open_session", opening.replace("[1]", "[2]")), 422, "KEY_REUSED", "");
        assertThat(command("delete_session_by_id", args(id)).status()).isEqualTo(200);
        assertThat(command("open_session", opening).status()).isEqualTo(204);
    }

    @Test
    void malformedRequestIdIsRejected() {
        for (String requestId : List.of("\"\"", "\" a\"", "\"ä\"", "1", "\"" + "r".repeat(256) + "\"")) {
            rejected(command("open_session", "{\"user_id\":\"u\",\"request_id\":" + requestId + "}"), 400,
                    "INVALID_DATA", "request_id");
        }
        assertThat(open("{\"user_id\":\"u\",\"request_id\":null}")).isNotEmpty();
    }

    @Test
    void extendedSessionsHaveVersionAndExpiry() {
        String id = ok("open_session", "{\"user_id\":\"extended\",\"extended\":true}").get("id").stringValue();
        int version = 1;
        for (String command : List.of("get_session_by_id", "store_session_data", "update_session_user")) {
            JsonNode session = ok(command, args(id, "\"data\":1", "\"user\":1", "\"extended\":true"));
            version = command.startsWith("get") ? 1 : version + 1;
            assertThat(session.get("version").intValue()).as(command).isEqualTo(version);
            assertThat(session.get("expires_at").stringValue()).as(command).endsWith("Z");
        }
        JsonNode listed = ok("get_sessions", "{\"filter\":{\"user_id\":\"extended\"},\"extended\":true}");
        assertThat(listed.get("total").isNull()).isTrue();
        assertThat(listed.get("data").get(0).propertyNames()).contains("version", "expires_at")
                .doesNotContain("data");
        for (String command : List.of("close_session", "delete_session_by_id")) {
            assertThat(ok(command, args(id, "\"extended\":true")).propertyNames()).as(command)
                    .contains("version", "close_time").doesNotContain("expires_at");
        }
    }

    @Test
    void sessionsHaveOnlyContractFieldsByDefault() {
        for (String extended : List.of("false", "null")) {
            JsonNode session = ok("open_session", "{\"user_id\":\"plain\",\"extended\":" + extended + "}");
            assertThat(session.propertyNames()).as(extended).doesNotContain("version", "expires_at");
            JsonNode page = ok("get_sessions", "{\"filter\":{\"user_id\":\"plain\"},\"extended\":" + extended + "}");
            assertThat(page.get("data").get(0).propertyNames()).as(extended).doesNotContain("version", "expires_at");
        }
        rejected(command("get_sessions", "{\"extended\":\"true\"}"), 400, "INVALID_DATA", "extended");
        rejected(command("get_session_by_id", "{\"extended\":1}"), 400, "INVALID_DATA", "session_id");
    }

    private static String conditional(String id, String version) {
        return args(id, "\"data\":1", "\"user\":1", "\"version\":" + version);
    }
}
