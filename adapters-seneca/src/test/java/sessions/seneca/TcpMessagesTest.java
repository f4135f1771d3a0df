package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.wire.command.MessageMembers;

/** Lines over TCP and their replies, in the form that genuine clients send and expect. */
class TcpMessagesTest {

    private static final String GET = "{\"role\":\"sessions\",\"version\":1,\"cmd\":\"get_session_by_id\","
            + "\"session_id\":\"x\",\"custom$\":{}}";

    private final SenecaFixture service = SenecaFixture.start(new SettableClock(Fixtures.NOON));
    private final TcpClient client = new TcpClient(service.tcpPort());

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void replyHasTheIdAndTheOriginOfTheMessage() {
        client.write(TcpClient.line("m/t", GET));
        assertThat(client.readLine()).contains("\"id\":\"m/t\"", "\"kind\":\"res\"", "\"origin\":\"p9y1/3.38.0/-\"",
                "\"sync\":true", "\"res\":null").doesNotContain("error");
    }

    @Test
    void errorHasItsMessageAndCode() {
        client.write(
                TcpClient.line("m/t", "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"correlation_id\":\"c-1\"}"));
        MessageMembers error = client.readReply().message("error");
        assertThat(error.text("message")).isEqualTo("Validation failed: user_id must not be null");
        assertThat(error.text("code")).isEqualTo("INVALID_DATA");
        assertThat(error.text("name")).isEqualTo("INVALID_DATA");
        assertThat(error.text("correlation_id")).isEqualTo("c-1");
        assertThat(error.json("status")).isEqualTo("400");
        assertThat(error.json("seneca")).isEqualTo("true");
        assertThat(error.json("details")).isEqualTo("{\"user_id\":\"must not be null\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"role\":\"users\"}", "{}", "{\"role\":\"sessions\",\"version\":2,\"cmd\":\"get_sessions\"}"})
    void unknownActionIsNotFound(String message) {
        assertThat(client.send(message).errorText("code")).isEqualTo("act_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"act\"", "{\"cmd\":1}", "{\"a\":1,\"a\":2}"})
    void invalidMessageIsRejectedAndTheConnectionStaysOpen(String message) {
        assertThat(client.send(message).errorText("code")).isEqualTo("INVALID_DATA");
        assertThat(client.send(GET)).isEqualTo(new ActionResult(null, null));
    }

    @Test
    void contentIsUnchangedAndOnOneLine() {
        String open = "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"user_id\":\"1\",\"data\":{\"n\":1.50, \"n\":\"\\u0041\\n\"}}";
        assertThat(client.send(open).result()).contains("\"data\":{\"n\":1.50, \"n\":\"\\u0041\\n\"}");
        try (Dialect http = HttpDialects.headers(service.httpPort(), Map.of())) {
            String session = http.send(open.replace("1.50, ", "1.50,\r\n ")).result();
            String id = Objects.requireNonNull(session).substring(7, 39);
            assertThat(client.send(GET.replace("\"x\"", "\"" + id + "\"")).result())
                    .contains("\"data\":{\"n\":1.50,   \"n\":\"\\u0041\\n\"}");
        }
    }

    @Test
    void linesMaySpanPackets() {
        String line = TcpClient.line("m/1", GET);
        client.write("\r\n\n  \n" + line.substring(0, 30));
        client.write(
                line.substring(30).replace("\n", "\r\n") + TcpClient.line("m/2", GET) + TcpClient.line("m/3", GET));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(client.readReply().text("id"));
        }
        assertThat(ids).containsExactlyInAnyOrder("m/1", "m/2", "m/3");
    }

    @Test
    void asynchronousMessageRunsWithoutAReply() {
        String open = TcpClient.line("m/1", "{\"role\":\"sessions\",\"cmd\":\"open_session\",\"user_id\":\"silent\"}");
        client.write(open.replace("\"sync\":true", "\"sync\":false") + open.replace(",\"sync\":true", ""));
        client.endOutput();
        assertThat(client.readLine()).isNull();
        try (TcpClient other = new TcpClient(service.tcpPort())) {
            assertThat(other.send("{\"role\":\"sessions\",\"cmd\":\"get_sessions\",\"filter\":{\"user_id\":\"silent\"},"
                    + "\"paging\":{\"total\":true}}").result()).contains("\"total\":2");
        }
    }

    @Test
    void halfClosedClientStillGetsItsReply() {
        client.write(TcpClient.line("m/1", GET));
        client.endOutput();
        assertThat(client.readReply().text("id")).isEqualTo("m/1");
        assertThat(client.readLine()).isNull();
    }

    @Test
    void linesOfOtherKindsAreIgnored() {
        client.write(TcpClient.line("m/1", GET).replace("\"kind\":\"act\"", "\"kind\":\"res\""));
        client.write("{\"kind\":7}\n{}\n");
        client.write(TcpClient.line("m/2", GET));
        assertThat(client.readReply().text("id")).isEqualTo("m/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n", "no json\n", "[]\n", "7\n", "{\"kind\":\"act\",\"sync\":true,\"act\":{}}\n",
            "{\"kind\":\"act\",\"kind\":\"act\"}\n", "GET / HTTP/1.1\r\n\r\n", "\0\n"})
    void invalidLineClosesItsConnectionOnly(String line) {
        try (TcpClient other = new TcpClient(service.tcpPort())) {
            client.write(line);
            assertThat(client.readLine()).isNull();
            assertThat(other.send(GET)).isEqualTo(new ActionResult(null, null));
        }
    }

    @Test
    void tooDeeplyNestedLineClosesTheConnection() {
        client.write(TcpClient.line("m/1", "{\"data\":" + "[".repeat(501) + "]".repeat(501) + "}"));
        assertThat(client.readLine()).isNull();
    }
}
