package sessions.bootstrap.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.bootstrap.service.ProgramVersion;
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
 * A service directly on a store, without an API.
 *
 * @param ports its driving ports
 */
public record DirectService(DrivingPorts ports, SessionStore store) implements AutoCloseable {

    /** The service's default page size. */
    private static final int PAGE_SIZE = 100;

    /** The largest body limit that a service can have; the service's own limit is not known here. */
    private static final int MAX_CONTENT = 256 << 20;

    /**
     * Opens an existing store. A mistyped URL is an error; it does not create a store.
     *
     * @throws sessions.domain.error.SessionsException if the store cannot be opened
     */
    public static DirectService open(StoreSettings settings, ExpiryPolicy expiry, InstantSource clock) {
        if (Stores.isInMemory(settings)) {
            throw InvalidDataException.of("--store",
                    "must be persistent for --direct, but " + settings.displayUrl() + " is not");
        }
        SessionStore store = Stores.open(settings.existing(), expiry);
        ServiceInfo info = new ServiceInfo(HostNames.local(), "sessions",
                "An admin command with direct access to the store",
                clock.instant(), Map.of("version", ProgramVersion.text()),
                List.of(Stores.descriptor(settings), RunningService.CONTROLLER));
        return new DirectService(UseCases.on(store, clock, new SessionRules(expiry, PAGE_SIZE),
                new JsonMergePatch(MAX_CONTENT), info), store);
    }

    @Override
    public void close() {
        store.close();
    }
}
