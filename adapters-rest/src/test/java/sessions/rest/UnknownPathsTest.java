package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.HttpCalls;

/** Files, pages and methods that the service must not serve. */
class UnknownPathsTest {

    private static final HttpApiFixture API = HttpApiFixture.start();

    @AfterAll
    static void stop() {
        API.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.git/config", "/.git/", "/.svn/entries", "/.env", "/", "/lib/", "/v1/sessions/", "/docs/",
            "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/META-INF/resources/webjars/swagger-ui/", "/openapi.yaml~",
            "/sessions/rest/docs/index.html", "/logback.xml", "/debug", "/console", "/h2-console", "/actuator",
            "/actuator/env", "/jolokia", "/server-status"})
    void foldersProgramFilesAndDeveloperPagesAreNotServed(String path) {
        assertThat(API.calls().get(path).status()).isEqualTo(404);
    }

    @Test
    void traceMethodIsRejectedAndEchoesNothing() {
        for (String path : new String[]{"/", "/heartbeat", "/v2/sessions", "/docs"}) {
            assertThat(API.calls().raw("TRACE " + path + " HTTP/1.1\r\nHost: x\r\nX-API-Key: s3cret\r\n"
                    + "Connection: close\r\n\r\n")).as(path).matches("(?s)HTTP/1.1 40[45] .*").doesNotContain("s3cret");
        }
    }

    /**
     * A cache that goes by the file extension would store the session and return it to anyone (web cache deception).
     */
    @ParameterizedTest
    @ValueSource(strings = {".css", "/x.css", ";x.css", "%2fx.css", "/data/x.js", "/data;x.js", "?x.css", "%00.css"})
    void urlThatLooksLikeAFileShowsNoSession(String end) {
        String id = API.calls().command("open_session", "{\"user_id\":\"u\",\"data\":\"s3cret\"}").body().substring(7,
                39);
        HttpCalls.Reply reply = API.calls().get("/v2/sessions/" + id + end);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.body()).doesNotContain("s3cret");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void headersHideTheServerAndItsVersion() {
        for (String path : new String[]{"/heartbeat", "/status", "/docs", "/openapi.json", "/nowhere"}) {
            assertThat(API.calls().send("GET", path, Map.of(), new byte[0]).headers().map()).as(path)
                    .doesNotContainKeys("server", "x-powered-by", "via", "x-aspnet-version").allSatisfy(
                            (name, values) -> assertThat(values.toString()).doesNotContainIgnoringCase("jetty")
                                    .doesNotContainIgnoringCase("javalin"));
        }
    }
}
