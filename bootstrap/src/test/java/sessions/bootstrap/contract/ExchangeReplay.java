package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.JsonNode;

/** Sends the requests recorded with the original service and compares the responses. */
public record ExchangeReplay(HttpCalls calls) {

    /** Returns a test for each relevant exchange. */
    public Stream<DynamicTest> all() {
        return RecordedExchange.recorded().stream()
                .filter(exchange -> !exchange.transport() && exchange.quirk().isEmpty())
                .map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> replay(exchange)));
    }

    private void replay(RecordedExchange exchange) {
        Expectation expectation = new Expectation(UUID.randomUUID().toString());
        for (JsonNode step : exchange.steps()) {
            for (int i = 0; i < step.path("times").asInt(1); i++) {
                HttpCalls.Reply reply = send(step.get("request"), expectation);
                JsonNode response = step.get("response");
                assertThat(reply.status()).as(reply.body()).isEqualTo(response.get("status").intValue());
                response.get("headers").propertyStream().forEach(header -> compareHeader(header, reply));
                if (response.has("body")) {
                    assertThat(expectation.differences(response.get("body"), RecordedExchange.json(reply.body())))
                            .isEmpty();
                } else {
                    assertThat(reply.body()).isEmpty();
                }
            }
        }
    }

    private HttpCalls.Reply send(JsonNode request, Expectation expectation) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.get("headers").propertyStream()
                .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
        String body = "";
        if (request.has("raw")) {
            body = expectation.filled(request.get("raw").stringValue());
        } else if (request.has("body")) {
            body = expectation.filled(request.get("body")).toString();
        }
        return calls.send(request.get("method").stringValue(), request.get("path").stringValue(), headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Null means absent; parameters of a content type are ignored. */
    private static void compareHeader(Map.Entry<String, JsonNode> recorded, HttpCalls.Reply reply) {
        String actual = reply.header(recorded.getKey());
        if (actual != null && recorded.getKey().equalsIgnoreCase("Content-Type")) {
            actual = actual.replaceFirst(";.*", "");
        }
        String expected = recorded.getValue().isNull() ? null : recorded.getValue().stringValue();
        assertThat(actual).as(recorded.getKey()).isEqualTo(expected);
    }
}
