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
 * Takes over what has changed in files while the service runs. It looks at what is in them, again and again: notices of
 * the system are not given for all file systems, nor for links that are turned to other files, as Kubernetes does.
 */
public final class FileReloader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileReloader.class);

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Watched<?>> all = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("reload").daemon().factory());

    /** Reads something; the same for as long as it has not changed. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Takes over what has changed; may refuse it, and then what was there before holds on. */
    @FunctionalInterface
    public interface Use<T> {
        void take(T changed) throws IOException;
    }

    /**
     * Watches something, which has been read and taken before.
     *
     * @param what its name, for the log
     * @throws IOException where it cannot be read
     */
    public <T> void watch(String what, Reading<T> reading, Use<T> use) throws IOException {
        all.add(new Watched<>(what, reading, use));
    }

    public void start() {
        ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Looks at everything once. */
    void look() {
        all.forEach(Watched::look);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static final class Watched<T> {

        private final String what;
        private final Reading<T> reading;
        private final Use<T> use;
        private T present;
        private String complaint = "";

        Watched(String what, Reading<T> reading, Use<T> use) throws IOException {
            this.what = what;
            this.reading = reading;
            this.use = use;
            this.present = reading.read();
        }

        void look() {
            try {
                T found = reading.read();
                if (!found.equals(present)) {
                    use.take(found);
                    present = found;
                    LOG.info("{} changed and were reloaded", what);
                }
                complaint = "";
            } catch (IOException | RuntimeException rejected) {
                complain(String.valueOf(rejected.getMessage()));
            }
        }

        /** Once for each complaint, not each time it is looked at. */
        private void complain(String found) {
            if (!found.equals(complaint)) {
                LOG.warn("{} changed but could not be reloaded; the previous ones stay in use: {}", what, found);
                complaint = found;
            }
        }
    }
}
