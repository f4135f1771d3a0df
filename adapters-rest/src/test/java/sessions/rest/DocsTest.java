package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.openapi.OpenApiCheck;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document and the documentation page, as served. */
class DocsTest {

    private static final HttpApiFixture API = HttpApiFixture.start();
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void documentIsServedAsYamlAndAsJson() {
        String yaml = API.calls().get("/openapi.yaml").body();
        assertThat(yaml).isEqualTo(OpenApiCheck.documentOfClassPath());
        assertThat(new JsonMapper().readTree(API.calls().get("/openapi.json").body()))
                .isEqualTo(new YAMLMapper().readTree(yaml));
    }

    @ParameterizedTest
    @CsvSource({"/openapi.yaml, application/yaml", "/openapi.json, application/json", "/docs, text/html",
            "/docs/start.js, text/javascript", "/docs/swagger-ui-bundle.js, text/javascript",
            "/docs/swagger-ui.css, text/css", "/docs/index.css, text/css", "/docs/favicon-32x32.png, image/png"})
    void filesAreCacheableAndNotSentAgainIfUnmodified(String path, String type) {
        HttpCalls.Reply file = API.calls().get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isNotEmpty();
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Cache-Control")).isEqualTo("private, max-age=3600");
        assertThat(file.headers().map()).doesNotContainKeys("pragma", "expires").containsKey("x-correlation-id");
        String tag = String.valueOf(file.header("ETag"));
        assertThat(send("GET", path, "\"x\", " + tag.substring("W/".length())).status()).isEqualTo(304);
        assertThat(send("HEAD", path, "*").status()).isEqualTo(304);
        HttpCalls.Reply other = send("GET", path, "\"other\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("ETag")).isEqualTo(tag);
        assertThat(file.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(send("HEAD", path, "\"other\"").header("Content-Length"))
                .isEqualTo(file.header("Content-Length"));
    }

    @Test
    void pageLoadsOnlyFilesThatAreServed() {
        String page = API.calls().get("/docs").body();
        assertThat(LINK.matcher(page).results().map(link -> link.group(1)).toList()).hasSizeGreaterThan(4)
                .allSatisfy(link -> assertThat(API.calls().get("/" + link).status()).as(link).isEqualTo(200));
        assertThat(API.calls().get("/docs/start.js").body()).contains("url: 'openapi.json'", "validatorUrl: null");
    }

    @Test
    void pageMayNotLoadFromOtherHosts() {
        String policy = API.calls().get("/docs").header("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'self';").doesNotContain("unsafe", "*", "http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/docs/index.html", "/docs/swagger-initializer.js", "/docs/..%2fopenapi.yaml",
            "/docs/..", "/swagger/"})
    void otherFilesAreNotServed(String path) {
        assertThat(API.calls().get(path).status()).isIn(400, 404);
    }

    @Test
    void swaggerRedirectsToThePage() {
        HttpCalls.Reply reply = API.calls().get("/swagger");
        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).isEqualTo("/docs");
    }

    private static HttpCalls.Reply send(String method, String path, String knownTag) {
        return API.calls().send(method, path, Map.of("If-None-Match", knownTag), new byte[0]);
    }
}
