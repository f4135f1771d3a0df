package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import sessions.testkit.Concurrently;

/**
 * Repeatedly kills the service during writes on one store, and checks each time that the acknowledged writes are there.
 */
final class CrashRounds {

    private static final int KILLS = 3;
    private static final int CALLERS = 8;
    private static final int WRITES_BEFORE_KILL = 2000;

    private final Launcher launcher;
    private final String store;
    private final AcknowledgedWrites ledger = new AcknowledgedWrites();

    CrashRounds(Path folder, String store) {
        this.launcher = Launcher.in(folder);
        this.store = store;
    }

    void run() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill();
            verify();
        }
        // One write in ten is the last of its session, so there must be many sessions.
        assertThat(ledger.sessions()).isGreaterThan(KILLS * WRITES_BEFORE_KILL / 20);
    }

    private void writeAndKill() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(launcher, store);
                HttpCaller caller = new HttpCaller(service.port())) {
            Concurrently.run(CALLERS, number -> () -> {
                ledger.writeUntilKilled(caller, "user" + number, WRITES_BEFORE_KILL, service::kill);
                return number;
            });
            assertThat(service.await().exit()).as("128 + SIGKILL").isEqualTo(137);
        }
    }

    private void verify() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(launcher, store);
                HttpCaller caller = new HttpCaller(service.port())) {
            ledger.verify(caller);
            service.terminate();
            assertThat(service.await().out()).contains("Stopped.");
        }
    }
}
