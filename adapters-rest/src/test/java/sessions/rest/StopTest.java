package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.testkit.HeldSessions;
import sessions.testkit.server.HttpCalls;

/** Stopping while requests are in flight. */
class StopTest {

    private final HeldSessions sessions = new HeldSessions();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void closeExecutor() {
        sessions.release();
        executor.close();
    }

    @ParameterizedTest
    @CsvSource({"/heartbeat, application/json", "/v2/sessions, application/problem+json"})
    void requestInFlightIsAnsweredAndLaterOnesAreRejected(String path, String contentType) throws Exception {
        try (HttpApiFixture api = HttpApiFixture.start(sessions.port());
                Socket busy = new Socket(InetAddress.getLoopbackAddress(), api.port());
                Socket kept = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            assertThat(get(kept, path)).contains("200");
            Future<HttpCalls.Reply> inFlight = executor
                    .submit(() -> api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}"));
            sessions.awaitRequest();
            Future<?> stopping = executor.submit(api::stopApi);
            while (!get(busy, path).contains("Connection: close")) {
                // Not yet stopping.
            }
            assertThat(get(kept, path)).startsWith("HTTP/1.1 503").contains("\"code\":\"SERVICE_UNAVAILABLE\"",
                    "\"category\":\"NoResponse\"", "Content-Type: " + contentType + "\n", "Retry-After: 1\n",
                    "Connection: close\n");
            sessions.release();
            assertThat(inFlight.get().status()).isEqualTo(200);
            assertThat(inFlight.get().header("Connection")).isEqualTo("close");
            stopping.get();
        }
    }

    @Test
    void idleConnectionIsClosedCleanly() throws Exception {
        try (HttpApiFixture api = HttpApiFixture.start();
                Socket kept = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            assertThat(get(kept, "/heartbeat")).contains("200");
            api.stopApi();
            assertThat(kept.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void requestBeyondTheDrainTimeDoesNotDelayTheStop() throws Exception {
        try (HttpApiFixture api = HttpApiFixture.start(sessions.port(), Duration.ofMillis(50))) {
            Future<HttpCalls.Reply> inFlight = executor
                    .submit(() -> api.calls().command("get_session_by_id", "{\"session_id\":\"x\"}"));
            sessions.awaitRequest();
            api.stopApi();
            assertThat(sessions.areBlocked()).isTrue();
            sessions.release();
            assertThat(inFlight).failsWithin(Duration.ofSeconds(20));
        }
    }

    /** Sends a request on an open connection and returns the head and body of the response. */
    private static String get(Socket connection, String path) throws IOException {
        connection.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder response = new StringBuilder();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            response.append(line).append('\n');
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        char[] body = new char[length];
        for (int read = 0; read < length;) {
            read += reader.read(body, read, length - read);
        }
        return response.append(body).toString();
    }
}
