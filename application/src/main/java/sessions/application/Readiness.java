package sessions.application;

import java.time.Duration;
import java.util.List;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.Health;

/**
 * Whether this instance can take requests. The schema of the store needs no check: a store whose schema is not current
 * cannot be opened.
 */
public final class Readiness {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final StoreProbe store;
    private volatile boolean stopping;

    public Readiness(SessionStore store) {
        this.store = new StoreProbe(store, MAX_WAIT, System::nanoTime);
    }

    /** Makes this instance not ready, permanently. */
    public void markStopping() {
        stopping = true;
    }

    Health health() {
        return new Health(List.of(new Health.Check("store", store.trouble().orElse(null)),
                new Health.Check("service", stopping ? "The service is stopping" : null)));
    }
}
