package sessions.bootstrap.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads files that change while the service runs. It polls their content, because file system notifications do not
 * work on all file systems, nor when Kubernetes redirects symbolic links.
 */
public final class FileReloader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileReloader.class);

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Watched<?>> all = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("reload").daemon().factory());

    /** Reads the current value. Values that have not changed are equal. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Applies a changed value. If it throws, the previous value stays in use. */
    @FunctionalInterface
    public interface Use<T> {
        void apply(T changed) throws IOException;
    }

    /**
     * Watches a value. The current one must already have been applied.
     *
     * @param name the name of the value, for the log
     * @throws IOException if it cannot be read
     */
    public <T> void watch(String name, Reading<T> reading, Use<T> use) throws IOException {
        all.add(new Watched<>(name, reading, use));
    }

    public void start() {
        ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(this::check, INTERVAL.toMillis(), INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Checks all values once. */
    void check() {
        all.forEach(Watched::check);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static final class Watched<T> {

        private final String name;
        private final Reading<T> reading;
        private final Use<T> use;
        private T current;
        private String lastWarning = "";

        Watched(String name, Reading<T> reading, Use<T> use) throws IOException {
            this.name = name;
            this.reading = reading;
            this.use = use;
            this.current = reading.read();
        }

        void check() {
            try {
                T found = reading.read();
                if (!found.equals(current)) {
                    use.apply(found);
                    current = found;
                    LOG.info("{} changed and were reloaded", name);
                }
                lastWarning = "";
            } catch (IOException | RuntimeException rejected) {
                warnOnce(String.valueOf(rejected.getMessage()));
            }
        }

        /** Logs a warning unless it is the same as the last one. */
        private void warnOnce(String found) {
            if (!found.equals(lastWarning)) {
                LOG.warn("{} changed but could not be reloaded; the previous ones stay in use: {}", name, found);
                lastWarning = found;
            }
        }
    }
}
