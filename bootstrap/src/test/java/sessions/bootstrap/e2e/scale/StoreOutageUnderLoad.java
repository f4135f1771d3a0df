package sessions.bootstrap.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.e2e.AcknowledgedWrites;
import sessions.bootstrap.e2e.HttpCaller;
import sessions.bootstrap.e2e.Launcher;
import sessions.bootstrap.e2e.ServiceProcess;
import sessions.testkit.Concurrently;
import sessions.testkit.server.StoppablePostgres;

/**
 * PostgreSQL is unavailable for half a minute while the service is under load: no acknowledged write is lost, requests
 * are rejected quickly, and the service recovers. Only the profile {@code scale} runs this.
 */
@Timeout(120)
class StoreOutageUnderLoad {

    private static final int CALLERS = 16;
    private static final int ENOUGH = 1000;
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** Threads of the JVM, whose number varies with its compiler and collector. */
    private static final int OTHER_THREADS = 10;

    private final AcknowledgedWrites ledger = new AcknowledgedWrites();

    @TempDir
    private Path folder;

    @Test
    void serviceSurvivesAPostgresOutageUnderLoad() throws Exception {
        try (StoppablePostgres server = StoppablePostgres.startIn(folder);
                ServiceProcess service = ServiceProcess.start(Launcher.in(folder), server.url());
                HttpCaller caller = new HttpCaller(service.port())) {
            OutageLoad load = new OutageLoad(caller, ledger);
            CompletableFuture<?> running = CompletableFuture
                    .supplyAsync(() -> Concurrently.run(CALLERS, number -> () -> load.writeUntilEnded("user" + number)),
                            Thread::startVirtualThread);
            load.awaitAcknowledged(ENOUGH);
            int connections = connections(server);
            long threads = service.threads();

            server.stop();
            load.awaitRefused(CALLERS);
            pause(OUTAGE);
            server.startAgain();
            Instant back = Instant.now();
            load.awaitAcknowledged(1);
            assertThat(Duration.between(back, Instant.now())).as("recovery").isLessThan(RECOVERY);
            load.awaitAcknowledged(ENOUGH);

            assertThat(connections(server)).as("connections of the pool").isEqualTo(connections);
            assertThat(service.threads()).as("threads").isLessThanOrEqualTo(threads + OTHER_THREADS);
            load.end();
            running.join();
            assertThat(load.longestRefusal()).isLessThan(Duration.ofMillis(1500));
            ledger.verify(caller);
        }
    }

    private static int connections(StoppablePostgres server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement();
                ResultSet counted = statement
                        .executeQuery("select count(*) from pg_stat_activity where application_name = 'sessions'")) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static void pause(Duration duration) {
        Executor later = CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {
        }, later).join();
    }
}
