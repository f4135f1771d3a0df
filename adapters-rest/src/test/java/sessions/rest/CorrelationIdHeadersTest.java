package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sessions.testkit.server.HttpCalls;

class CorrelationIdHeadersTest {

    private static final HttpApiFixture API = HttpApiFixture.start();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void queryWinsOverHeaders() {
        assertThat(echo("?correlation_id=query", Map.of("correlation_id", "header", "X-Correlation-Id", "x")))
                .isEqualTo("query");
        assertThat(echo("?correlation_id=", Map.of("correlation_id", "header", "X-Correlation-Id", "x")))
                .isEqualTo("header");
        assertThat(echo("", Map.of("X-Correlation-Id", "x"))).isEqualTo("x");
    }

    @Test
    void isGeneratedIfTheCallerSendsNone() {
        assertThat(echo("", Map.of())).matches("[0-9a-f]{32}").isNotEqualTo(echo("", Map.of()));
    }

    @Test
    void surroundingSpaceIsStripped() {
        assertThat(echo("?correlation_id=%20", Map.of("X-Correlation-Id", "x"))).isEqualTo("x");
        assertThat(echo("?correlation_id=%09%20", Map.of())).matches("[0-9a-f]{32}");
        HttpCalls.Reply reply = API.calls().send("POST", "/v1/sessions/close_session?correlation_id=+a%20", Map.of(),
                new byte[0]);
        assertThat(reply.body()).contains("\"correlation_id\":\"a\"");
    }

    @Test
    void isUnchangedInTheBodyAndPercentEncodedInTheHeader() {
        HttpCalls.Reply reply = API.calls().send("POST", "/v1/sessions/close_session?correlation_id=a%2Fb+%C3%BC",
                Map.of(), new byte[0]);
        assertThat(reply.body()).contains("\"correlation_id\":\"a/b ü\"");
        assertThat(reply.header("X-Correlation-Id")).isEqualTo("a/b %C3%BC");
    }

    @Test
    void cannotForgeLinesOrFloodTheLog() {
        assertThat(echo("?correlation_id=a%0D%0ASet-Cookie:%20x%00%E2%80%A8%E2%80%AEb", Map.of()))
                .isEqualTo("a__Set-Cookie: x___b");
        assertThat(echo("?correlation_id=" + "x".repeat(1000), Map.of())).hasSize(128);
    }

    private static @Nullable String echo(String query, Map<String, String> headers) {
        HttpCalls.Reply reply = API.calls().send("GET", "/heartbeat" + query, headers, new byte[0]);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
        return reply.header("X-Correlation-Id");
    }
}
