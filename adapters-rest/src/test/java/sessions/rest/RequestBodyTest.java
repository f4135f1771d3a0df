package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.HttpCalls;

class RequestBodyTest {

    private static final HttpApiFixture API = HttpApiFixture.start();
    private static final String OPEN = String.join("\r\n", "POST /v1/sessions/open_session HTTP/1.1", "Host: x",
            "Connection: close", "Content-Type: application/json", "");

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void chunkedBodyIsAcceptedUpToTheLimit() {
        String within = "{\"user_id\":\"u\"}";
        assertThat(API.calls().raw(OPEN + "Transfer-Encoding: chunked\r\n\r\nf\r\n" + within + "\r\n0\r\n\r\n"))
                .startsWith(
                        "HTTP/1.1 200");
        String chunk = "x".repeat(0x1000);
        assertThat(API.calls().raw(OPEN + "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + chunk + "\r\n1000\r\n" + chunk
                + "\r\n0\r\n\r\n")).startsWith("HTTP/1.1 413").contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void bodyAnnouncedTooLargeIsRejectedBeforeItIsSent() {
        assertThat(API.calls().raw(OPEN + "Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n"))
                .startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.2\r\nHost: x\r\n\r\n", "GET /\r\n"})
    void otherVersionsOfHttpAreRejected(String request) {
        assertThat(API.calls().raw(request)).startsWith("HTTP/1.1 505").contains("\"code\":\"INVALID_DATA\"",
                "The HTTP version is not supported; use HTTP/1.1 or HTTP/2");
    }

    @Test
    void connectIsRejectedAndTheConnectionCloses() {
        assertThat(API.calls().raw("CONNECT other:80 HTTP/1.1\r\nHost: other\r\n\r\n")).startsWith("HTTP/1.1 405")
                .contains("\"code\":\"METHOD_NOT_ALLOWED\"", "CONNECT is not allowed", "\r\nAllow: GET, ",
                        "\r\nConnection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /v1/sessions/open_session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /v1/sessions/open_session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"})
    void invalidHttpIsRejectedWithAJsonError(String request) {
        assertThat(API.calls().raw(request)).startsWith("HTTP/1.1 400").contains("Content-Type: application/json",
                "Connection: close", "X-Correlation-Id: ", "\"code\":\"INVALID_DATA\"");
    }

    @Test
    void headersAboveTheLimitAreRejectedWithAJsonError() {
        assertThat(API.calls().raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431").contains("\"code\":\"TOO_LARGE\"", "\"status\":431");
    }

    @Test
    void encodedBodyIsRejected() {
        HttpCalls.Reply reply = API.calls().send("POST", "/v1/sessions/open_session",
                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), new byte[]{31, -117});
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.body()).contains("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/x+json", "/+json", "application/+json", "application/a b+json", "application/a/b+json",
                    "application/json/+json", "application/[]+json", "application/merge-patch+json",
                    "application/json-patch+json"})
    void patchesAndMalformedJsonMediaTypesAreRejected(String type) {
        String open = OPEN.replace("application/json", type);
        assertThat(API.calls().raw(open + "Content-Length: 15\r\n\r\n{\"user_id\":\"u\"}")).startsWith("HTTP/1.1 415")
                .contains("must be application/json or application/*+json but is " + type);
    }
}
