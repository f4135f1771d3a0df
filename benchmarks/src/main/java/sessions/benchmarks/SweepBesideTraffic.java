package sessions.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.benchmarks.load.Latencies;
import sessions.benchmarks.population.Population;
import sessions.benchmarks.population.SweepPopulation;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.PostgresServer;

/**
 * Measures the effect of a large sweep on requests, with three instances of the service on one PostgreSQL that all
 * sweep at once. Also checks that each session is closed exactly once. Prints a {@link SweepReport}.
 */
public final class SweepBesideTraffic {

    /** As many concurrent requests as all three pools have connections. */
    private static final int CALLERS = 30;
    private static final double SHARE_OF_PEAK = 0.3;

    /** Enough sessions to compile all code of the sweep. */
    private static final int WARM_UP = 60_000;

    private final SweepReport report;
    private final String url = PostgresServer.newDatabaseWithDefaultTimeouts();

    SweepBesideTraffic(PrintStream out) {
        report = new SweepReport(out);
    }

    /** Takes the numbers of sessions and the duration, see {@link SweepArguments#USAGE}. */
    public static void main(String[] arguments) throws SQLException {
        new SweepBesideTraffic(System.out).run(SweepArguments.parse(arguments));
    }

    void run(SweepArguments arguments) throws SQLException {
        Traffic traffic;
        double longestWaitMillis;
        List<Sweeper> sweepers;
        try (SessionStore first = StoreProviders.open(new StoreSettings(url, null, null));
                SessionStore second = StoreProviders.open(new StoreSettings(url, null, null));
                SessionStore third = StoreProviders.open(new StoreSettings(url, null, null))) {
            List<SessionStore> stores = List.of(first, second, third);
            warmUp(stores, Math.min(arguments.expired(), WARM_UP));
            List<String> alive = SweepPopulation.run(url, arguments.expired(), arguments.alive());
            traffic = new Traffic(stores.stream().map(SweepBesideTraffic::ports).toList(), alive);
            sweepers = stores.stream().map(Sweeper::new).toList();
            longestWaitMillis = measure(traffic, sweepers, arguments.phase());
        }
        // The connections are closed now, so their statistics are complete.
        report.faults(traffic, longestWaitMillis, deadlocks());
        long closed = sweepers.stream().mapToLong(Sweeper::closed).sum();
        if (closed != arguments.expired()) {
            throw new IllegalStateException(closed + " sessions were closed of " + arguments.expired());
        }
    }

    /** Instances in operation have swept before. Without this, the compiler would run during the first batches. */
    private void warmUp(List<SessionStore> stores, int sessions) {
        List<String> _ = SweepPopulation.run(url, sessions, 0);
        CompletableFuture.allOf(stores.stream().map(Sweeper::new).map(SweepBesideTraffic::started)
                .toArray(CompletableFuture<?>[]::new)).join();
    }

    /** Returns the longest wait for a lock in milliseconds. */
    private double measure(Traffic traffic, List<Sweeper> sweepers, Duration phase) throws SQLException {
        traffic.peak(CALLERS, phase.dividedBy(4)); // warm-up
        double peak = traffic.peak(CALLERS, phase);
        double rate = peak * SHARE_OF_PEAK;
        report.traffic(peak, rate);
        long end = System.nanoTime() + phase.toNanos();
        Latencies without = traffic.steadily(rate, () -> System.nanoTime() >= end);
        try (LockWatch watch = LockWatch.start(url)) {
            long began = System.nanoTime();
            CompletableFuture<Void> sweep = CompletableFuture.allOf(sweepers.stream().map(SweepBesideTraffic::started)
                    .toArray(CompletableFuture<?>[]::new));
            Latencies during = traffic.steadily(rate, sweep::isDone);
            sweep.join();
            report.latencies(without, during);
            report.sweep(System.nanoTime() - began, sweepers);
            return watch.longestMillis();
        }
    }

    private static CompletableFuture<Void> started(Sweeper sweeper) {
        return CompletableFuture.runAsync(sweeper::run, task -> Thread.ofPlatform().start(task));
    }

    private static DrivingPorts ports(SessionStore store) {
        return UseCases.on(store, InstantSource.system(), new SessionRules(Population.EXPIRY, PageWalk.PAGE_SIZE),
                (_, patch) -> patch,
                new ServiceInfo("host", "sessions", "For measuring", Instant.now(), Map.of(), List.of()));
    }

    private long deadlocks() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select deadlocks from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
