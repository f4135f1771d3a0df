package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.telemetry.Telemetry;

/** Authentication and roles of messages. In these tests, a key is the name of its role. */
class SenecaAuthenticationTest {

    private static final SenecaFixture SERVICE = SenecaFixture.start(SenecaAuthenticationTest::authenticate,
            Telemetry.NONE);
    private static final HttpDialects.HttpCaller CALLER = new HttpDialects.HttpCaller(SERVICE.httpPort());

    private static final String GET = "\"role\":\"sessions\",\"cmd\":\"get_session_by_id\",\"session_id\":\"x\"";

    private static Caller authenticate(String correlationId, @Nullable String key, String address) {
        Role role = key == null ? null : Role.parse(key).orElse(null);
        if (role == null) {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "There is no such caller");
        }
        return new Caller(role.label(), role, address);
    }

    @AfterAll
    static void stop() {
        CALLER.close();
        SERVICE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "reader | get_session_by_id | \"session_id\":\"x\" | 200",
            "reader | open_session | \"user_id\":\"1\" | 403",
            "reader | get_sessions | \"filter\":{} | 403",
            "writer | open_session | \"user_id\":\"1\" | 200",
            "writer | get_sessions | \"filter\":{\"user_id\":\"1\"} | 200",
            "writer | get_sessions | \"filter\":{} | 403",
            "writer | delete_session_by_id | \"session_id\":\"x\" | 403",
            "writer | close_expired_sessions | \"x\":1 | 403",
            "admin | get_sessions | \"filter\":{} | 200",
            "admin | delete_session_by_id | \"session_id\":\"x\" | 200",
            "admin | close_expired_sessions | \"x\":1 | 200"})
    void rolesApplyToMessages(String role, String command, String arguments, int status) {
        HttpResponse<String> response = meta(Map.of("Authorization", "Bearer " + role),
                "\"role\":\"sessions\",\"cmd\":\"" + command + "\"," + arguments);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().contains("FORBIDDEN")).isEqualTo(status == 403);
    }

    @Test
    void keyIsAcceptedInEitherHeader() {
        assertThat(meta(Map.of("X-API-Key", "reader"), GET).statusCode()).isEqualTo(200);
        HttpResponse<String> two = meta(Map.of("X-API-Key", "reader", "Authorization", "Bearer writer"), GET);
        assertThat(two.body()).contains("\"code\":\"INVALID_DATA\"", "X-API-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "api_key", "Authorization", "X-API-Key"})
    void keyInAMessageIsIgnored(String name) {
        String message = "{\"" + name + "\":\"admin\"," + GET + "}";
        try (TcpClient tcp = new TcpClient(SERVICE.tcpPort())) {
            assertThat(tcp.send(message).errorText("code")).isEqualTo("UNAUTHORIZED");
        }
        assertThat(meta(Map.of(), message.substring(1, message.length() - 1)).body()).contains("UNAUTHORIZED");
    }

    @Test
    void rejectionUsesTheDialectOfTheCaller() {
        HttpResponse<String> meta = meta(Map.of(), GET);
        assertThat(meta.statusCode()).isEqualTo(401);
        assertThat(meta.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"sessions\"");
        assertThat(meta.body()).contains("\"meta$\":{\"error\":true}", "\"code\":\"UNAUTHORIZED\"");
        HttpResponse<String> headers = send(Map.of("seneca-id", "m/t", "seneca-origin", "peer"), "{" + GET + "}");
        assertThat(headers.statusCode()).isEqualTo(299);
        assertThat(headers.headers().firstValue("seneca-id")).contains("m/t");
        assertThat(headers.body()).contains("\"code\":\"UNAUTHORIZED\"", "\"seneca\":true");
    }

    @Test
    void bodyOfAnUnauthorizedRequestIsNotRead() {
        assertThat(send(Map.of(), "no json").body()).contains("\"code\":\"UNAUTHORIZED\"");
    }

    @Test
    void rejectionBeforeTheBodyAnnouncesThatTheConnectionCloses() throws IOException {
        String request = String.join("\r\n", "POST /act HTTP/1.1", "Host: localhost", "Content-Type: application/json",
                "Content-Length: 1000", "", "");
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), SERVICE.httpPort())) {
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("UNAUTHORIZED").containsIgnoringCase("Connection: close");
        }
    }

    private static HttpResponse<String> meta(Map<String, String> headers, String members) {
        return send(headers, "{" + members + ",\"meta$\":{}}");
    }

    private static HttpResponse<String> send(Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(HttpDialects.JSON);
        all.putAll(headers);
        return CALLER.send("POST", "/act", all, body);
    }
}
