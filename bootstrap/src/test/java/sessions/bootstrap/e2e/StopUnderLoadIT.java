package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.testkit.Concurrently;

/**
 * SIGTERM while callers send requests in a loop: each request is answered, and each caller is told that its connection
 * closes.
 */
@Timeout(120)
class StopUnderLoadIT {

    private static final int CALLERS = 32;
    private static final int ANSWERS_BEFORE = 50;
    private static final String BODY = "{\"user_id\":\"alice\",\"data\":\"1\"}";
    private static final String REQUEST = "POST /v1/sessions/open_session HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private final CountDownLatch underLoad = new CountDownLatch(CALLERS * ANSWERS_BEFORE);

    @TempDir
    private Path folder;

    @Test
    void everyRequestIsAnsweredAndEveryConnectionClosesCleanly() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "jdbc:h2:file:./sessions")) {
            CompletableFuture<List<Integer>> callers = CompletableFuture.supplyAsync(
                    () -> Concurrently.run(CALLERS, _ -> () -> callUntilTold(service.port())),
                    Thread::startVirtualThread);
            underLoad.await();
            service.terminate();
            assertThat(callers.join()).allSatisfy(answers -> assertThat(answers).isPositive());
            Launcher.Ran ran = service.await();
            assertThat(ran.exit()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(ran.out()).isEqualTo("Stopped." + System.lineSeparator());
            assertThat(ran.err()).doesNotContain("WARN", "ERROR");
        }
    }

    /** Sends requests on one connection until a response says that it is the last. */
    private int callUntilTold(int port) throws IOException {
        try (RawConnection connection = RawConnection.to(port)) {
            for (int answers = 1;; answers++) {
                connection.send(REQUEST);
                String head = connection.head();
                assertThat(head).containsPattern("^HTTP/1.1 (200|503) ");
                Matcher length = LENGTH.matcher(head);
                assertThat(length.find()).as(head).isTrue();
                assertThat(connection.body(Integer.parseInt(length.group(1)))).endsWith("}");
                if (head.contains("\r\nConnection: close\r\n")) {
                    assertThat(connection.rest()).isEmpty();
                    return answers;
                }
                underLoad.countDown();
            }
        }
    }
}
