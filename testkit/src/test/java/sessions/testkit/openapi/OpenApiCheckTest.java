package sessions.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiCheckTest {

    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> JSON = Map.of("content-type", "application/json; charset=utf-8");
    private static final Map<String, String> THING = Map.of("content-type", "application/json", "etag", "\"1\"", "date",
            "today", "access-control-allow-origin", "*");
    private static final Map<String, String> PROBLEM = Map.of("content-type", "application/problem+json");

    private final OpenApiCheck check = OpenApiCheck.of(document());

    @ParameterizedTest
    @ValueSource(strings = {"{\"size\":1}", "{\"size\":1,\"name\":null}", "{\"size\":1,\"free\":{\"any\":[1e999]}}",
            "{\"size\":1,\"free\":1e9223372036854775808}",
            "{\"size\":1,\"parts\":[{\"size\":2,\"parts\":[]}]}"})
    void documentedResponsePasses(String body) {
        passes(got(200, THING, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"size\":1,\"extra\":2}", "{\"size\":1,\"parts\":[{\"size\":2,\"extra\":2}]}",
            "{\"size\":\"1\"}", "{}", "[]", "{\"size\":1", ""})
    void undocumentedBodyFails(String body) {
        fails(got(200, THING, body)).hasMessageContaining("response body");
    }

    @Test
    void membersOfFreeObjectsNeedNoDocumentation() {
        passes(got(400, PROBLEM, "{\"code\":\"X\",\"details\":{\"any\":\"text\"}}"));
        fails(got(400, PROBLEM, "{\"code\":\"X\",\"any\":\"text\"}")).hasMessageContaining("any");
    }

    @Test
    void undocumentedStatusFails() {
        fails(got(500, PROBLEM, "{\"code\":\"X\"}")).hasMessageContaining("status 500");
    }

    @Test
    void undocumentedContentTypeFails() {
        fails(got(200, Map.of("content-type", "text/plain", "etag", "\"1\""), "{\"size\":1}"))
                .hasMessageContaining("text/plain");
        fails(got(200, Map.of("etag", "\"1\""), "{\"size\":1}")).hasMessageContaining("content type");
        fails(got(400, THING, "{\"code\":\"X\"}")).hasMessageContaining("application/json");
    }

    @Test
    void missingInvalidAndUndocumentedHeadersFail() {
        fails(got(200, JSON, "{\"size\":1}")).hasMessageContaining("ETag is missing");
        fails(got(200, Map.of("content-type", "application/json", "etag", "1"), "{\"size\":1}"))
                .hasMessageContaining("ETag");
        fails(got(400, Map.of("content-type", "application/problem+json", "retry-after", "1"), "{\"code\":\"X\"}"))
                .hasMessageContaining("retry-after is not documented");
    }

    @Test
    void undocumentedResponseBodyFails() {
        passes(put("{\"size\":1}", JSON, 204, ""));
        fails(put("{\"size\":1}", JSON, 204, "{}")).hasMessageContaining("has a body");
        fails(exchange("PUT", "/things/a", JSON, "{\"size\":1}", 204, JSON, "")).hasMessageContaining("content type");
    }

    @Test
    void bodyInResponseToHeadFails() {
        passes(exchange("HEAD", "/things/a", NONE, "", 200, THING, ""));
        fails(exchange("HEAD", "/things/a", NONE, "", 200, THING, "{\"size\":1}")).hasMessageContaining("has a body");
    }

    @Test
    void undocumentedHeadIsTreatedAsGet() {
        passes(exchange("HEAD", "/things/all", NONE, "", 200, THING, ""));
        fails(exchange("HEAD", "/things/all", NONE, "", 404, PROBLEM, "")).hasMessageContaining("status 404");
    }

    @Test
    void meaninglessBodiesPass() {
        passes(exchange("GET", "/things/a", NONE, "x", 200, THING, "{\"size\":1}"));
        passes(exchange("DELETE", "/things/all", NONE, "x", 204, NONE, ""));
    }

    @Test
    void invalidPercentEncodingIsNotDecoded() {
        fails(exchange("GET", "/things/%zz", NONE, "", 200, THING, "{\"size\":1}")).hasMessageContaining("id");
        passes(exchange("DELETE", "/things/all?%=1", NONE, "", 204, NONE, ""));
        passes(exchange("GET", "/%/a", NONE, "", 404, PROBLEM, "{\"code\":\"X\"}"));
    }

    @Test
    void compressedBodyIsChecked() throws IOException {
        Map<String, String> headers = Map.of("content-type", "application/json", "etag", "\"1\"", "content-encoding",
                "gzip");
        HttpExchange.Message request = message(NONE, "");
        passes(new HttpExchange("GET", "/things/a", request, 200,
                HttpExchange.Message.of(headers(headers), gzip("{\"size\":1}"))));
        fails(new HttpExchange("GET", "/things/a", request, 200,
                HttpExchange.Message.of(headers(headers), gzip("{\"extra\":1}")))).hasMessageContaining("extra");
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing", "POST, /things/a", "PUT, /things/all", "get, /things/a", "GET, /things/", "GET, /"})
    void undocumentedRouteFailsUnlessRejectedAsDocumented(String method, String path) {
        fails(exchange(method, path, NONE, "", 200, THING, "{\"size\":1}")).hasMessageContaining("route");
        passes(exchange(method, path, NONE, "", 404, PROBLEM, "{\"code\":\"X\"}"));
        fails(exchange(method, path, NONE, "", 404, PROBLEM, "{}")).hasMessageContaining("code");
        fails(exchange(method, path, NONE, "", 418, PROBLEM, "{\"code\":\"X\"}")).hasMessageContaining("418");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/A", "/things/%41", "/things/a?depth=x", "/things/a?wide=1",
            "/things/a?depth=1&depth=1"})
    void invalidAddressMustBeRejected(String target) {
        fails(exchange("GET", target, NONE, "", 200, THING, "{\"size\":1}")).hasMessageContaining("parameter");
        passes(exchange("GET", target, NONE, "", 400, PROBLEM, "{\"code\":\"X\"}"));
    }

    @Test
    void validParametersPass() {
        passes(exchange("GET", "/things/%61?depth=7", Map.of("x-key", "k"), "", 200, THING, "{\"size\":1}"));
        passes(exchange("DELETE", "/things/all?wide=1&wide=2", NONE, "", 204, NONE, ""));
        fails(exchange("GET", "/things/a", Map.of("x-key", "long"), "", 200, THING, "{\"size\":1}"))
                .hasMessageContaining("X-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"size\":\"1\"}", "{}", "[", ""})
    void invalidBodyMustBeRejected(String body) {
        fails(put(body, JSON, 204, "")).hasMessageContaining("request body");
        passes(put(body, JSON, 400, "{\"code\":\"X\"}"));
    }

    @Test
    void contentTypeOfARequestMustBeDocumented() {
        passes(put("{\"size\":1}", Map.of("content-type", "application/x+JSON"), 204, ""));
        fails(put("{\"size\":1}", Map.of("content-type", "text/json"), 204, "")).hasMessageContaining("text/json");
        fails(put("{\"size\":1}", NONE, 204, "")).hasMessageContaining("content type");
    }

    @Test
    void preflightMustBeGrantedOnlyForDocumentedOperations() {
        passes(exchange("OPTIONS", "/things/a", Map.of("access-control-request-method", "PUT"), "", 204, NONE, ""));
        fails(exchange("OPTIONS", "/things/a", Map.of("access-control-request-method", "PATCH"), "", 204, NONE, ""))
                .hasMessageContaining("PATCH");
        fails(exchange("OPTIONS", "/things/a", NONE, "", 204, NONE, "")).hasMessageContaining("route");
    }

    @Test
    void missingDocumentIsReported() {
        assertThatIllegalStateException().isThrownBy(OpenApiCheck::ofClassPath).withMessageContaining("/openapi.yaml");
    }

    private void passes(HttpExchange exchange) {
        assertThatCode(() -> check.check(exchange)).doesNotThrowAnyException();
    }

    private AbstractThrowableAssert<?, ?> fails(HttpExchange exchange) {
        return assertThatThrownBy(() -> check.check(exchange)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not as documented: ").hasMessageContaining(exchange.method() + " ");
    }

    private static HttpExchange got(int status, Map<String, String> headers, String body) {
        return exchange("GET", "/things/a", NONE, "", status, headers, body);
    }

    private static HttpExchange put(String body, Map<String, String> headers, int status, String response) {
        return exchange("PUT", "/things/a", headers, body, status, response.isEmpty() ? NONE : PROBLEM, response);
    }

    private static HttpExchange exchange(String method, String target, Map<String, String> headers, String body,
            int status,
            Map<String, String> responseHeaders, String responseBody) {
        return new HttpExchange(method, target, message(headers, body), status, message(responseHeaders, responseBody));
    }

    private static HttpExchange.Message message(Map<String, String> headers, String body) {
        return new HttpExchange.Message(headers(headers), body);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        Map<String, List<String>> values = new HashMap<>();
        headers.forEach((name, value) -> values.put(name, new ArrayList<>(List.of(value))));
        return HttpHeaders.of(values, (_, _) -> true);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    private static String document() {
        try (InputStream document = Objects
                .requireNonNull(OpenApiCheckTest.class.getResourceAsStream("/things.yaml"))) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
