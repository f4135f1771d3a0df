package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.store.StoreLimitation;

/** Invalid requests get a clear error that names the problem, and the service keeps running. */
@Tag("slow")
class HostileInputTest extends ResourcesOverHttp {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Words that would reveal the implementation. */
    private static final String INTERNALS = "(?is).*(java|jackson|exception|\\.kt|sql|select |insert |update sessions|"
            + "h2|postgres|mongo|bson|jetty|javalin|at sessions\\.).*";

    /** A command, its arguments, and the field that the error must name. */
    static final List<Arguments> INVALID_DATA = invalidData();

    /** Members of a closing batch, each with an invalid value. */
    static final List<Arguments> INVALID_STEPS = invalidSteps();

    @AfterEach
    void theNextRequestIsServed() {
        assertThat(command("open_session", "{\"user_id\":\"next\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "{", "[1", "nul", "'x'", "{\"user_id\":\"x\",}", "[1,]", "{}{}", "{} x", "1 2",
            "{\"user_id\":\"x\",\"data\":NaN}", "{\"user_id\":\"x\",\"data\":Infinity}",
            "{\"user_id\":\"x\",\"data\":+1}", "{\"user_id\":\"x\",\"data\":01}", "{\"user_id\":\"x\",\"data\":.5}",
            "{\"user_id\":\"x\",\"data\":\"\\x\"}", "{\"user_id\":\"x\",\"data\":\"\\u12\"}",
            "{\"user_id\":\"x\",\"data\":\"a\tb\"}", "{\"user_id\":\"x\",\"data\":{\"a\":\"\u0001\"}}",
            "{\"user_id\":\"x\",\"data\":\"a\nb\"}", "   ", "\n", "\ufeff{}", "{user_id:\"x\"}", "{\"a\" 1}",
            "// x\n{}",
            "{\"user_id\":\"x\" /* c */}"})
    void malformedJsonIsRejected(String body) {
        assertRevealsNothing(errorText(command("open_session", body), "INVALID_JSON"));
    }

    @ParameterizedTest
    @MethodSource("invalidUtf8")
    void invalidUtf8IsRejected(byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"user_id\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        assertRevealsNothing(errorText(calls().send("POST", "/v1/sessions/open_session", JSON, body.toByteArray()),
                "INVALID_JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "{\"a\":%s}"})
    void nestingBeyondTheLimitIsRejectedAndAtTheLimitAccepted(String level) {
        String within = "1";
        for (int i = 0; i < 500; i++) {
            within = level.formatted(within);
        }
        HttpCalls.Reply atTheLimit = command("open_session", "{\"user_id\":\"x\",\"data\":" + within + "}");
        if (has(StoreLimitation.NESTING)) {
            rejected(atTheLimit, 400, "INVALID_DATA", "data");
        } else {
            assertThat(atTheLimit.body()).contains(within);
        }
        String beyond = "{\"user_id\":\"x\",\"data\":" + level.formatted(within) + "}";
        assertRevealsNothing(errorText(command("open_session", beyond), "INVALID_JSON"));
        String far = "[".repeat(100_000);
        assertRevealsNothing(errorText(command("open_session", far), "INVALID_JSON"));
    }

    @ParameterizedTest
    @FieldSource("INVALID_DATA")
    void invalidDataIsRejectedWithTheField(String command, String arguments, String field) {
        HttpCalls.Reply reply = command(command, arguments);
        rejected(reply, 400, "INVALID_DATA", field);
        assertRevealsNothing(reply.body());
    }

    @ParameterizedTest
    @FieldSource("INVALID_STEPS")
    void invalidClosingBatchesAreRejectedWithTheField(String member, String value) {
        HttpCalls.Reply reply = post(SESSIONS + "/close",
                "{\"user_id\":\"nobody\",\"" + member + "\":" + value
                        + (member.equals("cursor") ? ",\"limit\":1}" : "}"));
        problem(reply, 400, "INVALID_DATA", member);
        assertRevealsNothing(reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "%2B1", "169", "24.0", "1e2", "0x18", "4294967297", "99999999999999999999",
            "%20", "1%00",
            "%D9%A1", "24%0A", "true", "1;2", "1'%20OR%20'1'='1"})
    void invalidNumbersOfHoursAreRejected(String hours) {
        HttpCalls.Reply reply = get("/v2/stats?hours=" + hours);
        problem(reply, 400, "INVALID_DATA", "hours");
        assertRevealsNothing(reply.body());
    }

    @Test
    void allProblemsOfARequestAreReportedTogether() {
        HttpCalls.Reply reply = command("get_sessions",
                "{\"filter\":{\"user_id\":\"\\u0000\",\"active\":\"maybe\"},\"paging\":{\"take\":\"x\"}}");
        for (String field : List.of("filter.user_id", "filter.active", "paging.take")) {
            rejected(reply, 400, "INVALID_DATA", field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_session_by_id", "store_session_data", "update_session_user", "close_session",
            "delete_session_by_id"})
    void invalidSessionIdsAreNotFound(String command) {
        for (String id : List.of("", "x", "x".repeat(100_000), "' OR '1'='1", "1; drop table sessions",
                "../../etc/passwd",
                "%00", "\\u0000", "\\ud800", "\\u202e", "💥", "00000000-0000-0000-0000-000000000000",
                "0123456789ABCDEF0123456789ABCDEF", "null", "{}", " 0123456789abcdef0123456789abcdef")) {
            HttpCalls.Reply reply = command(command, args(id, "\"data\":1", "\"user\":1"));
            assertThat(reply.status()).as(id).isEqualTo(204);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void repeatedKeysInContentAreKept() {
        String content = "{\"a\":1,\"a\":2}";
        HttpCalls.Reply reply = command("open_session",
                "{\"user_id\":\"x\",\"user\":" + content + ",\"data\":" + content + "}");
        if (has(StoreLimitation.REPEATED_KEYS)) {
            rejected(reply, 400, "INVALID_DATA", "user");
        } else {
            assertThat(reply.body()).contains("\"user\":" + content + ",\"data\":" + content);
        }
    }

    @Test
    void tooLargeBodyIsRejected() {
        String arguments = "{\"user_id\":\"x\",\"data\":\"%s\"}";
        int room = (1 << 20) - arguments.length() + 2;
        assertThat(command("open_session", arguments.formatted("d".repeat(room))).status()).isEqualTo(200);
        for (int beyond : new int[]{room + 1, 5 << 20}) {
            HttpCalls.Reply reply = command("open_session", arguments.formatted("d".repeat(beyond)));
            assertRevealsNothing(rejected(reply, 413, "TOO_LARGE", "").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"skip\":-5,\"take\":-5}", "{\"skip\":-9e99,\"take\":-1e400}", "{\"skip\":1e-999999999}",
            "{\"skip\":2147483647,\"take\":2147483647}", "{\"skip\":0.5,\"take\":1.4999999999}", "{\"take\":-0.0}"})
    void unusualPagingNumbersReturnAPage(String paging) {
        assertThat(ok("get_sessions", "{\"paging\":" + paging + "}").has("data")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/sessions/", "/v1/sessions/open_session/", "/v1/sessions//open_session",
            "/v1/sessions/..%2fopen_session", "/%00", "/v1/sessions/open_session;x=1",
            "/v1/sessions/%6fpen_session%20"})
    void invalidPathsAreNotFound(String path) {
        HttpCalls.Reply reply = calls().send("POST", path, JSON,
                "{\"user_id\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.body()).isBetween(400, 404);
        assertRevealsNothing(reply.body());
    }

    static Stream<byte[]> invalidUtf8() {
        return Stream.of(new byte[]{(byte) 0xff}, new byte[]{(byte) 0xc3}, new byte[]{(byte) 0xc0, (byte) 0x80},
                new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[]{(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80});
    }

    private static List<Arguments> invalidData() {
        List<Arguments> cases = new ArrayList<>();
        for (String value : List.of("", "\"user_id\":null", "\"user_id\":\"\"", "\"user_id\":1", "\"user_id\":[\"x\"]",
                "\"user_id\":\"" + "x".repeat(256) + '"', "\"user_id\":\"a\\u0000b\"", "\"user_id\":\"\\ud83d\"",
                "\"user_id\":\"a\",\"user_id\":\"a\"")) {
            cases.add(Arguments.of("open_session", "{" + value + "}", "user_id"));
        }
        for (String field : List.of("user_name", "address", "client")) {
            for (String value : List.of("1", "1.5", "true", "[]", "{}", '"' + "x".repeat(1025) + '"', "\"\\u0000\"",
                    "\"\\udc00x\"", "\"a\",\"" + field + "\":\"b\"")) {
                cases.add(Arguments.of("open_session", "{\"user_id\":\"u\",\"" + field + "\":" + value + "}", field));
            }
        }
        for (String command : List.of("get_session_by_id", "store_session_data", "update_session_user", "close_session",
                "delete_session_by_id")) {
            for (String value : List.of("", "\"session_id\":null,", "\"session_id\":5,", "\"session_id\":[\"x\"],",
                    "\"session_id\":{},", "\"session_id\":true,", "\"session_id\":\"a\",\"session_id\":\"b\",")) {
                cases.add(Arguments.of(command, "{" + value + "\"data\":1,\"user\":1}", "session_id"));
            }
        }
        cases.add(Arguments.of("store_session_data", "{\"session_id\":\"x\"}", "data"));
        cases.add(Arguments.of("store_session_data", "{\"session_id\":\"x\",\"data\":null}", "data"));
        cases.add(Arguments.of("update_session_user", "{\"session_id\":\"x\",\"user\":null}", "user"));
        for (String filter : List.of("[]", "\"user_id=1\"", "5", "true")) {
            cases.add(Arguments.of("get_sessions", "{\"filter\":" + filter + "}", "filter"));
        }
        addFilterValues(cases);
        addPagingValues(cases);
        return cases;
    }

    private static List<Arguments> invalidSteps() {
        List<Arguments> cases = new ArrayList<>();
        for (String value : List.of("0", "-1", "-0", "10001", "2147483648", "4294967297", "9".repeat(100_000), "1.5",
                "1.0", "1e3", "1e400", "1e99999999999", "\"1\"", "\"\"", "true", "[]", "[1]", "{}", "null",
                "1,\"limit\":2")) {
            cases.add(Arguments.of("limit", value));
        }
        for (String value : List.of("\"\"", "\"x\"", "\"" + "A".repeat(31) + "\"", "\"" + "A".repeat(100_000) + "\"",
                "\"f_________AAAAAAAAAAAAAAAAAAAAAA\"", "\"' OR '1'='1\"", "\"\\u0000\"", "\"\\ud800\"", "1", "true",
                "[]", "{}", "null", "\"a\",\"cursor\":\"b\"")) {
            cases.add(Arguments.of("cursor", value));
        }
        return cases;
    }

    private static void addFilterValues(List<Arguments> cases) {
        Map<String, List<String>> values = Map.of("user_id",
                List.of("{}", "[]", "\"\\u0000\"", "\"\\ud800\"", '"' + "x".repeat(256) + '"', "1e99999999999",
                        "1e-2147483648",
                        "1.5e-2147483647", "1" + "0".repeat(1_000_000) + ".0", "0." + "7".repeat(1_000_000)),
                "id",
                List.of("{}", "[1]"),
                "active", List.of("{}", "\"maybe\"", "7", "\"\\u0000\""), "from_time",
                List.of("\"garbage\"", "true", "1e400", "99999999999999999999", "\"2020-13-01\"", "[]", "\"\\u0000\""),
                "to_time", List.of("\"+1000000000-12-31T23:59:59.999999999Z\"", "\"2020-01-01T25:00:00Z\"", "{}"));
        values.forEach((key, unusable) -> unusable.forEach(value -> cases
                .add(Arguments.of("get_sessions", "{\"filter\":{\"" + key + "\":" + value + "}}", "filter." + key))));
        cases.add(Arguments.of("get_sessions", "{\"filter\":{\"user_id\":\"a\",\"user_id\":\"b\"}}", "user_id"));
    }

    private static void addPagingValues(List<Arguments> cases) {
        for (String key : List.of("skip", "take")) {
            for (String value : List.of("\"0\"", "true", "[]", "{}", "2147483648", "1e10", "1e400")) {
                cases.add(
                        Arguments.of("get_sessions", "{\"paging\":{\"" + key + "\":" + value + "}}", "paging." + key));
            }
        }
        for (String value : List.of("1", "\"true\"", "[]")) {
            cases.add(Arguments.of("get_sessions", "{\"paging\":{\"total\":" + value + "}}", "paging.total"));
        }
    }

    private static String errorText(HttpCalls.Reply reply, String code) {
        return rejected(reply, 400, code, "").toString();
    }

    private static void assertRevealsNothing(String body) {
        assertThat(body).doesNotMatch(INTERNALS);
    }
}
