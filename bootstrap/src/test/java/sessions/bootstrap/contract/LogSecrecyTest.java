package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sessions.bootstrap.CapturedLog;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;

/** No log line shows a whole session id, content or a key, for valid and invalid requests. */
class LogSecrecyTest {

    private static final byte[] NONE = new byte[0];

    private final TestKeys keys = new TestKeys();

    @ParameterizedTest
    @EnumSource(TestedStore.class)
    void noLogLineContainsASecret(TestedStore store, @TempDir Path folder) {
        List<String> ids = new ArrayList<>();
        try (CapturedLog log = CapturedLog.atDebug();
                ServiceFixture service = ServiceFixture.start(store.newUrl(folder), InstantSource.system(),
                        keys.ring(), keys.of(Role.ADMIN))) {
            for (int round = 0; round < 2; round++) {
                String id = opened(service.calls());
                ids.add(id);
                callEverything(service.calls(), id);
            }
            assertThat(log.lines()).anyMatch(line -> line.contains("open_session done"))
                    .anyMatch(line -> line.contains("Rejected"))
                    .allSatisfy(line -> assertThat(line).doesNotContain(ids).doesNotContain(keys.secrets())
                            .doesNotContain("s3cret"));
        }
    }

    /** The HTTP library would log a warning that quotes the target. */
    @Test
    void noLogLineQuotesAnInvalidRequestTarget() throws IOException {
        try (CapturedLog log = CapturedLog.atDebug()) {
            String id;
            try (ServiceFixture service = ServiceFixture.start("memory:", InstantSource.system())) {
                id = opened(service.calls());
                assertThat(
                        answerTo(service.port(), "CONNECT /v2/sessions/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                        .startsWith("HTTP/1.1 400");
            }
            // The access log line is written after the response, so only now is the last one there.
            assertThat(log.lines()).anyMatch(line -> line.startsWith("BAD - 400"))
                    .allSatisfy(line -> assertThat(line).doesNotContain(id));
        }
    }

    private static String answerTo(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String opened(HttpCalls calls) {
        HttpCalls.Reply reply = calls.command("open_session", "{\"user_id\":\"42\",\"data\":\"s3cret\"}");
        return RecordedExchange.json(reply.body()).get("id").stringValue();
    }

    private void callEverything(HttpCalls calls, String id) {
        String session = "/v2/sessions/" + id;
        for (Role role : Role.values()) {
            for (String what : List.of("", "/data", "/nothing", "?a=" + id, "?" + id + "=%ff", "/data?x=s3cret")) {
                calls.send("GET", session + what, keys.of(role), NONE);
            }
            calls.send("GET", "/v2/sessions?cursor=" + id, keys.of(role), NONE);
            calls.send("GET", session, Map.of("X-API-Key", id), NONE);
            send(calls, "PUT", session + "/data", "{\"s3cret\":", role, Map.of());
            send(calls, "PUT", session + "/data", "\"s3cret\"", role, Map.of("If-Match", "\"99\""));
            send(calls, "PUT", session + "/data", "\"s3cret\"", role, Map.of("If-Match", id));
            send(calls, "POST", "/v2/sessions/close", "{\"except\":\"" + id + "\",\"" + id + "\":1}", role, Map.of());
            send(calls, "POST", "/v2/sessions", "{\"user_id\":\"42\"}", role, Map.of("Idempotency-Key", id));
            send(calls, "POST", "/v2/sessions", "{\"user_id\":\"43\"}", role, Map.of("Idempotency-Key", id));
            send(calls, "POST", "/v1/sessions/store_session_data",
                    "{\"session_id\":\"" + id + "\",\"data\":1,\"version\":9}",
                    role, Map.of());
            send(calls, "POST", session + "/close", "{}", role, Map.of());
            send(calls, "PUT", session + "/data", "\"s3cret\"", role, Map.of());
        }
    }

    private void send(HttpCalls calls, String method, String path, String body, Role role, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(keys.of(role));
        headers.put("Content-Type", "application/json");
        headers.putAll(more);
        calls.send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
