package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.JsonNode;

/**
 * Where the recording shows a defect of the original service, the response is corrected. Each test names the exchanges
 * that it corrects.
 */
class CorrectedDefectsTest extends HttpTestCase {

    private static final String EMPTY_STRING = "\"\"";

    @Test
    void everyRecordedDefectHasATest() {
        List<String> tested = Stream.of(CorrectedDefectsTest.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(Corrects.class)).filter(each -> each != null)
                .flatMap(each -> Arrays.stream(each.value())).toList();
        assertThat(tested).containsExactlyInAnyOrderElementsOf(RecordedExchange.recorded().stream()
                .filter(exchange -> !exchange.quirk().isEmpty()).map(RecordedExchange::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", EMPTY_STRING})
    @Corrects({"open_user_and_data_falsy_scalars", "store_falsy_scalars", "update_falsy_scalars"})
    void falsyContentIsKept(String falsy) {
        JsonNode opened = ok("open_session", "{\"user_id\":\"u\",\"user\":%1$s,\"data\":%1$s}".formatted(falsy));
        assertThat(opened.get("user").toString()).isEqualTo(falsy);
        assertThat(opened.get("data").toString()).isEqualTo(falsy);
        String id = open("{\"user_id\":\"u\"}");
        assertThat(ok("store_session_data", args(id, "\"data\":" + falsy)).get("data").toString()).isEqualTo(falsy);
        assertThat(ok("update_session_user", args(id, "\"user\":" + falsy)).get("user").toString()).isEqualTo(falsy);
        JsonNode read = ok("get_session_by_id", args(id));
        assertThat(read.get("data").toString() + read.get("user")).isEqualTo(falsy + falsy);
    }

    @Test
    @Corrects("open_empty_user_id")
    void emptyUserIdIsRejected() {
        rejected(command("open_session", "{\"user_id\":\"\"}"), 400, "INVALID_DATA", "user_id");
    }

    @Test
    @Corrects("open_empty_optional_strings")
    void emptyOptionalTextsAreKept() {
        JsonNode opened = ok("open_session", "{\"user_id\":\"u\",\"user_name\":\"\",\"address\":\"\",\"client\":\"\"}");
        for (String field : List.of("user_name", "address", "client")) {
            assertThat(opened.get(field).stringValue()).isEmpty();
        }
    }

    @Test
    @Corrects({"open_argument_named_get", "list_filter_key_named_get"})
    void namesOfInternalAccessorsAreOrdinaryUnknownNames() {
        ok("open_session", "{\"user_id\":\"u\",\"get\":\"x\",\"getAsNullableString\":1,\"class\":{}}");
        ok("get_sessions", "{\"filter\":{\"user_id\":\"u\",\"get\":\"x\",\"getClass\":[]}}");
    }

    @Test
    @Corrects("open_data_integer_above_2_53")
    void digitsAreKept() {
        String id = open("{\"user_id\":\"u\",\"data\":{\"n\":9007199254740993}}");
        assertThat(command("get_session_by_id", args(id)).body()).contains("{\"n\":9007199254740993}");
    }

    @Test
    @Corrects({"store_into_closed_session", "update_closed_session"})
    void closedSessionRejectsContentAndIsUnchanged() {
        String id = open("{\"user_id\":\"u\",\"data\":1}");
        JsonNode closed = ok("close_session", args(id));
        JsonNode stored = rejected(command("store_session_data", args(id, "\"data\":2")), 409, "SESSION_CLOSED", "");
        assertThat(stored.get("category").stringValue()).isEqualTo("Conflict");
        rejected(command("update_session_user", args(id, "\"user\":2")), 409, "SESSION_CLOSED", "");
        assertThat(ok("get_session_by_id", args(id))).isEqualTo(closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"active\":\"maybe\"", "\"active\":\"2\"", "\"active\":2", "\"from_time\":\"garbage\"",
            "\"to_time\":\"garbage\"", "\"to_time\":\"2020\"", "\"from_time\":true"})
    @Corrects("list_by_unusable_values")
    void invalidFilterValueIsRejectedAndNamed(String condition) {
        String key = condition.substring(1, condition.indexOf(':') - 1);
        rejected(command("get_sessions", "{\"filter\":{" + condition + "}}"), 400, "INVALID_DATA", "filter." + key);
    }

    @Test
    @Corrects({"list_by_time_range", "list_by_epoch_milliseconds"})
    void timesBoundTheRequestTime() {
        String user = openThree();
        assertThat(found(user, "\"from_time\":\"2000-01-01T00:00:00.000Z\"")).isEqualTo(3);
        assertThat(found(user, "\"from_time\":\"2100-01-01T00:00:00.000Z\"")).isZero();
        assertThat(found(user, "\"to_time\":\"2000-01-01T00:00:00.000Z\"")).isZero();
        assertThat(found(user, "\"to_time\":\"2100-01-01T00:00:00.000Z\"")).isEqualTo(3);
        assertThat(found(user, "\"from_time\":\"2000-01-01\",\"to_time\":\"2100-01-01T01:00:00+01:00\"")).isEqualTo(3);
        assertThat(found(user, "\"from_time\":0,\"to_time\":-1")).isZero();
        assertThat(found(user, "\"from_time\":0")).isEqualTo(3);
        assertThat(found(user, "\"from_time\":4102444800000")).isZero();
        assertThat(found(user, "\"to_time\":946684800000")).isZero();
        assertThat(found(user, "\"from_time\":\"946684800000\",\"to_time\":4102444800000.0")).isEqualTo(3);
    }

    @Test
    @Corrects("list_time_bounds_at_request_time")
    void fromIsInclusiveAndToExclusive() {
        String user = UUID.randomUUID().toString();
        String time = ok("open_session", "{\"user_id\":\"%s\"}".formatted(user)).get("request_time").toString();
        assertThat(found(user, "\"from_time\":" + time)).isEqualTo(1);
        assertThat(found(user, "\"to_time\":" + time)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "5", "true"})
    @Corrects("list_paging_of_wrong_type")
    void pagingOfWrongTypeIsRejected(String paging) {
        rejected(command("get_sessions", "{\"paging\":" + paging + "}"), 400, "INVALID_DATA", "paging");
    }

    @Test
    @Corrects({"correlation_id_in_query_of_failing_call", "correlation_id_in_header_of_failing_call"})
    void errorsHaveCorrelationIdAndDetailsButNoStackTrace() {
        JsonNode byQuery = refusedWith("?correlation_id=corr-1", Map.of());
        assertThat(byQuery.get("correlation_id").stringValue()).isEqualTo("corr-1");
        assertThat(byQuery.get("details").get("session_id").stringValue()).isEqualTo("must not be null");
        assertThat(byQuery.has("stack")).isFalse();
        Map<String, String> header = Map.of("correlation_id", "corr-2");
        assertThat(refusedWith("", header).get("correlation_id").stringValue()).isEqualTo("corr-2");
        JsonNode both = refusedWith("?correlation_id=corr-1", header);
        assertThat(both.get("correlation_id").stringValue()).isEqualTo("corr-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/json", "application/xml", "application/octet-stream",
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""})
    @Corrects({"other_content_types", "other_content_type_drops_the_filter"})
    void bodyOfAnotherContentTypeIsRejected(String type) {
        Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
        byte[] body = "{\"filter\":{\"user_id\":\"nobody\"}}".getBytes(StandardCharsets.UTF_8);
        rejected(calls().send("POST", "/v1/sessions/get_sessions", headers, body), 415, "UNSUPPORTED_MEDIA_TYPE", "");
    }

    /** Without configured origins no preflight is granted. The REST adapter's tests cover configured origins. */
    @Test
    @Corrects("cors_preflight_on_unknown_route")
    void preflightOnUnknownRouteIsNotGranted() {
        Map<String, String> headers = Map.of("Origin", "http://example.com", "Access-Control-Request-Method", "DELETE");
        for (Map.Entry<String, Integer> route : Map.of("no_such_command", 404, "get_sessions", 405).entrySet()) {
            HttpCalls.Reply reply = calls().send("OPTIONS", "/v1/sessions/" + route.getKey(), headers, new byte[0]);
            assertThat(reply.status()).isEqualTo(route.getValue());
            assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    private JsonNode refusedWith(String query, Map<String, String> header) {
        HttpCalls.Reply reply = calls().send("POST", "/v1/sessions/get_session_by_id" + query, header, new byte[0]);
        return rejected(reply, 400, "INVALID_DATA", "session_id");
    }

    private String openThree() {
        String user = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            open("{\"user_id\":\"%s\"}".formatted(user));
        }
        return user;
    }

    private int found(String user, String conditions) {
        return ok("get_sessions", "{\"filter\":{\"user_id\":\"%s\",%s}}".formatted(user, conditions)).get("data")
                .size();
    }
}
