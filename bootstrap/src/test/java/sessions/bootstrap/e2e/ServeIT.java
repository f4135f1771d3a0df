package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.server.HttpCalls;

@Timeout(120)
class ServeIT {

    private static final String BODY = "{\"user_id\":\"alice\",\"data\":\"half here, half there\"}";
    private static final int HALF = BODY.length() / 2;

    @TempDir
    private Path folder;

    @Test
    void printsItsAddressServesAndStops() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "jdbc:h2:file:./data/sessions")) {
            assertThat(service.greeting())
                    .contains("Access: no API keys: every caller on this machine is an administrator").last()
                    .isEqualTo("Store: jdbc:h2:file:./data/sessions (embedded H2, in a file)");
            try (HttpCaller caller = new HttpCaller(service.port())) {
                HttpCalls.Reply heartbeat = caller.get("/heartbeat");
                assertThat(heartbeat.status()).isEqualTo(200);
                assertThat(heartbeat.body()).matches("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"");
            }
            service.terminate();
            // 143 is 128 + SIGTERM, as for every program stopped by it.
            Launcher.Ran ran = service.await();
            assertThat(ran.exit()).isEqualTo(143);
            assertThat(ran.out()).isEqualTo("Stopped." + System.lineSeparator());
            assertThat(ran.err().lines()).singleElement().asString()
                    .matches(".+ INFO  \\[[0-9a-f]{32}] access: GET /heartbeat 200 [0-9.]+ ms -");
        }
        assertThat(folder.resolve("data/sessions.mv.db")).exists();
    }

    @Test
    void sessionSurvivesARestartAndIsListed() throws IOException, InterruptedException {
        Launcher launcher = Launcher.in(folder);
        String store = "jdbc:h2:file:" + folder.resolve("sessions");
        try (ServiceProcess service = ServiceProcess.start(launcher, store);
                HttpCaller caller = new HttpCaller(service.port())) {
            caller.store(caller.open("alice"), 1);
            service.terminate();
            service.await();
        }
        Launcher.Ran list = launcher.run("list", "--direct", "--store", store);
        assertThat(list.exit()).isZero();
        assertThat(list.out()).hasLineCount(2).contains("  alice  -     active  ");
    }

    @Test
    void runningRequestIsCompletedBeforeTheStop() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:");
                HttpCaller other = new HttpCaller(service.port());
                RawConnection connection = RawConnection.to(service.port())) {
            connection.send(
                    "POST /v1/sessions/open_session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + BODY.length() + "\r\nExpect: 100-continue\r\n\r\n");
            // The 100 Continue response proves that the request has reached its handler.
            assertThat(connection.head()).startsWith("HTTP/1.1 100");
            connection.send(BODY.substring(0, HALF));
            assertThat(other.get("/heartbeat").status()).isEqualTo(200);
            service.terminate();
            awaitRejection(other);
            connection.send(BODY.substring(HALF));
            assertThat(connection.head()).startsWith("HTTP/1.1 200");
            assertThat(connection.rest()).contains("half here, half there");
            assertThat(service.await().out()).isEqualTo("Stopped." + System.lineSeparator());
        }
    }

    /** Returns once the service has started to stop, that is, rejects further requests on open connections. */
    private static void awaitRejection(HttpCaller caller) {
        try {
            while (caller.get("/heartbeat").status() == 200) {
                Thread.onSpinWait();
            }
        } catch (UncheckedIOException closed) {
            assertThat(closed).isNotNull();
        }
    }
}
