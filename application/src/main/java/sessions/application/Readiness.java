package sessions.application;

import java.time.Duration;
import java.util.List;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.Health;

/**
 * Whether requests should be sent to this instance. The schema of the store needs no check of its own: a store that could
 * not bring it up to date is not opened.
 */
public final class Readiness {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final StoreProbe store;
    private volatile boolean stopping;

    public Readiness(SessionStore store) {
        this.store = new StoreProbe(store, MAX_WAIT, System::nanoTime);
    }

    /** From now on requests should go elsewhere. There is no way back. */
    public void markStopping() {
        stopping = true;
    }

    Health health() {
        return new Health(List.of(new Health.Check("store", store.trouble().orElse(null)),
                new Health.Check("service", stopping ? "The service is stopping" : null)));
    }
}
