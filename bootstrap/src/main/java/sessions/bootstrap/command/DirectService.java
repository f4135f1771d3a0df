package sessions.bootstrap.command;

import java.time.InstantSource;
import java.util.List;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.HostNames;
import sessions.bootstrap.store.Stores;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.StoreSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/**
 * A service straight on a store, without an API.
 *
 * @param ports what it offers
 */
public record DirectService(DrivingPorts ports, SessionStore store) implements AutoCloseable {

    /** As many as the service's lists hold at a time by default. */
    private static final int PAGE_SIZE = 100;

    /** What the service's largest setting would allow: its own is not known here. */
    private static final int MAX_CONTENT = 256 << 20;

    /**
     * Opens a store that exists: a mistyped name is an error, not a new store.
     *
     * @throws sessions.domain.error.SessionsException where it cannot be opened
     */
    public static DirectService open(StoreSettings settings, ExpiryPolicy expiry, InstantSource clock) {
        if (Stores.isInMemory(settings)) {
            throw InvalidDataException.of("--store",
                    "must be persistent for --direct, but " + settings.displayUrl() + " is not");
        }
        SessionStore store = Stores.open(settings.existing(), expiry);
        ServiceInfo info = new ServiceInfo(HostNames.local(), "sessions", "An admin command straight on the store",
                clock.instant(), List.of(Stores.descriptor(settings), RunningService.CONTROLLER));
        return new DirectService(UseCases.on(store, clock, new SessionRules(expiry, PAGE_SIZE),
                new JsonMergePatch(MAX_CONTENT), info), store);
    }

    @Override
    public void close() {
        store.close();
    }
}
