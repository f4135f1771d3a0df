package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** Messages over HTTP and their replies, in the form that genuine clients send and expect. */
class HttpMessagesTest {

    private static final SenecaFixture SERVICE = SenecaFixture.start(new SettableClock(Fixtures.NOON));
    private static final HttpDialects.HttpCaller CALLER = new HttpDialects.HttpCaller(SERVICE.httpPort());

    private static final String GET = "{\"role\":\"sessions\",\"version\":1,\"cmd\":\"get_session_by_id\","
            + "\"session_id\":\"x\",\"correlation_id\":\"c-1\",\"custom$\":{}";

    @AfterAll
    static void stop() {
        CALLER.close();
        SERVICE.close();
    }

    @Test
    void resultIsTheBareSession() {
        HttpResponse<String> response = headers("{\"role\":\"sessions\",\"version\":1,\"cmd\":\"open_session\","
                + "\"user_id\":\"1\",\"data\":{\"n\":1.50, \"n\":\"\\u0041\"},\"custom$\":{}}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("seneca-id")).contains("m/t");
        assertThat(response.headers().firstValue("seneca-origin")).contains("peer");
        assertThat(response.body()).matches("\\{\"id\":\"[0-9a-f]{32}\",\"user_id\":\"1\",\"user_name\":null,"
                + "\"active\":true,.*\"data\":\\{\"n\":1.50, \"n\":\"\\\\u0041\"}}");
    }

    @Test
    void emptyResultIsWrittenAsTheDialectRequires() {
        assertThat(headers(GET + "}").body()).isEqualTo("null");
        assertThat(meta(GET).body()).isEqualTo("{\"meta$\":{\"empty\":true}}");
        assertThat(headers("{\"role\":\"sessions\",\"cmd\":\"close_expired_sessions\"}").body()).isEqualTo("null");
    }

    @Test
    void headersDialectReturnsErrorsWithStatus299() {
        HttpResponse<String> response = headers(
                "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"correlation_id\":\"c-2\"}");
        assertThat(response.statusCode()).isEqualTo(299);
        assertThat(response.body()).contains("\"seneca\":true", "\"code\":\"INVALID_DATA\"", "\"status\":400",
                "\"name\":\"INVALID_DATA\"", "\"message\":\"Validation failed: user_id must not be null\"",
                "\"details\":{\"user_id\":\"must not be null\"}", "\"correlation_id\":\"c-2\"").doesNotContain("meta$");
        assertThat(response.headers().firstValue("X-Correlation-Id")).contains("c-2");
    }

    @Test
    void metaDialectMarksErrorsInMeta() {
        HttpResponse<String> response = meta("{\"role\":\"sessions\",\"cmd\":\"open_session\"");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"meta$\":{\"error\":true}", "\"seneca\":true",
                "\"code\":\"INVALID_DATA\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "null"})
    void versionMatchesAsNumberTextOrNull(String version) {
        assertThat(headers("{\"role\":\"sessions\",\"version\":" + version + ",\"cmd\":\"get_sessions\"}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"role\":\"users\",\"cmd\":\"get_sessions\"", "\"cmd\":\"get_sessions\"",
            "\"role\":\"sessions\",\"version\":2,\"cmd\":\"get_sessions\"", "\"role\":\"sessions\"",
            "\"role\":\"sessions\",\"cmd\":\"drop_sessions\"",
            "\"role\":\"sessions\",\"version\":[1],\"cmd\":\"get_sessions\""})
    void unknownActionIsNotFound(String members) {
        HttpResponse<String> response = headers("{" + members + "}");
        assertThat(response.statusCode()).isEqualTo(299);
        assertThat(response.body()).contains("\"code\":\"act_not_found\"", "\"status\":404", "close_expired_sessions");
        assertThat(meta("{" + members).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"role\":1,\"cmd\":\"get_sessions\" | role",
            "\"role\":\"sessions\",\"cmd\":[] | cmd",
            "\"role\":\"sessions\",\"cmd\":\"get_sessions\",\"correlation_id\":7 | correlation_id",
            "\"role\":\"sessions\",\"cmd\":\"get_sessions\",\"filter\":7 | filter",
            "\"role\":\"sessions\",\"cmd\":\"get_session_by_id\",\"session_id\":{} | session_id",
            "\"role\":\"sessions\",\"cmd\":\"open_session\",\"user_id\":7 | user_id"})
    void wrongTypesAreRejectedByFieldName(String members, String field) {
        assertThat(headers("{" + members + "}").body()).contains("\"code\":\"INVALID_DATA\"", "\"" + field + "\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"role\":\"sessions\"", "{} {}", "\ufeff{}", "{\"a\":NaN}"})
    void invalidJsonIsRejected(String body) {
        assertThat(headers(body).body()).contains("\"code\":\"INVALID_JSON\"", "\"seneca\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "7", "null", "{\"cmd\":\"a\",\"cmd\":\"b\"}"})
    void jsonThatIsNotAMessageIsRejected(String body) {
        assertThat(headers(body).body()).contains("\"code\":\"INVALID_DATA\"", "\"seneca\":true");
    }

    @Test
    void bodyAboveTheLimitIsRejected() {
        String body = "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"user_id\":\"1\",\"data\":\""
                + "x".repeat(SenecaFixture.MAX_BODY) + "\"}";
        assertThat(headers(body).body()).contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void contentTypeThatNeedsNoPreflightIsRejected() {
        HttpResponse<String> response = CALLER.send("POST", "/act", Map.of("Content-Type", "text/plain"), GET + "}");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
    }

    @Test
    void asynchronousMessageIsAnsweredToo() {
        assertThat(headers(GET + ",\"sync$\":false}").body()).isEqualTo("null");
        assertThat(meta(GET + ",\"sync$\":false").body()).contains("empty");
    }

    @Test
    void messageWithoutAnIdIsAnswered() {
        assertThat(CALLER.send("POST", "/act", HttpDialects.JSON, GET + "}").body()).isEqualTo("null");
    }

    @Test
    void onlyPostToThePathIsAccepted() {
        HttpResponse<String> get = CALLER.send("GET", "/act?role=sessions&cmd=get_sessions", Map.of(), "");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertThat(get.body()).contains("\"code\":\"METHOD_NOT_ALLOWED\"");
        for (String path : new String[]{"/", "/act/", "/acts", "/v1/sessions/get_sessions"}) {
            HttpResponse<String> elsewhere = CALLER.send("POST", path, HttpDialects.JSON, GET + "}");
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(elsewhere.body()).contains("\"code\":\"NOT_FOUND\"");
        }
    }

    private static HttpResponse<String> headers(String body) {
        Map<String, String> headers = new HashMap<>(HttpDialects.JSON);
        headers.putAll(Map.of("seneca-id", "m/t", "seneca-origin", "peer", "seneca-kind", "req"));
        return CALLER.send("POST", "/act", headers, body);
    }

    /** @param opened the body without its last brace */
    private static HttpResponse<String> meta(String opened) {
        return CALLER.send("POST", "/act", HttpDialects.JSON, opened + ",\"meta$\":{\"id\":\"a/b\",\"sync\":true}}");
    }
}
