package sessions.bootstrap.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.e2e.HttpCaller;
import sessions.bootstrap.e2e.Launcher;
import sessions.bootstrap.e2e.ServiceProcess;
import sessions.testkit.Concurrently;
import sessions.testkit.server.SlowCallers;

/**
 * Two hundred callers who send headers and bodies slowly do not block others, and are finally disconnected. Only the
 * profile {@code scale} runs this.
 */
@Timeout(120)
class SlowCallersUnderLoad {

    private static final int SLOW = 200;
    private static final int OTHERS = 8;
    private static final int REQUESTS = 100;

    @TempDir
    private Path folder;

    @Test
    void otherCallersAreServedDespiteTwoHundredSlowOnes() throws IOException {
        try (ServiceProcess service = ServiceProcess.start(Launcher.in(folder), "memory:");
                HttpCaller caller = new HttpCaller(service.port());
                SlowCallers slow = new SlowCallers(service.port(), Duration.ofMillis(200))) {
            slow.trickleHeaders(SLOW / 2);
            slow.trickleBodies(SLOW / 2);
            Concurrently.run(OTHERS, number -> () -> {
                String id = caller.open("user" + number);
                for (int data = 0; data < REQUESTS; data++) {
                    caller.store(id, data);
                }
                return caller.data(id);
            }).forEach(data -> assertThat(data).hasValue(REQUESTS - 1));
            assertThat(slow.connected()).as("still trickling").isEqualTo(SLOW);
            assertThat(slow.awaitEnds(Duration.ofSeconds(50))).hasSize(SLOW);
        }
    }
}
