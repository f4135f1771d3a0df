package sessions.bootstrap.command;

import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sessions.application.UseCases;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.options.DirectOptions;
import sessions.bootstrap.store.StoreAccess;
import sessions.bootstrap.store.Stores;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreSettings;
import sessions.shell.OpenStore;
import sessions.shell.StoreAddress;
import sessions.shell.StoreSource;

/** Opens stores for the commands that move sessions. */
public record ConfiguredStores(SessionsCommand root, DirectOptions direct) implements StoreSource {

    /** An empty store, for dry runs. */
    private static final StoreSettings EMPTY = new StoreSettings("memory:", null, null);

    @Override
    public int with(@Nullable StoreAddress address, Absence absence, StoreWork work) throws IOException {
        Logging.suppress();
        StoreSettings settings = address == null
                ? direct.store()
                : new StoreSettings(address.url(), address.user(), address.password());
        ExpiryPolicy expiry = direct.expiry().policy();
        try (InterruptNotice _ = InterruptNotice.printingTo(root.err());
                SessionStore store = address == null
                        ? open(settings, absence, expiry)
                        : new StoreArgument(address.argument()).opening(() -> open(settings, absence, expiry))) {
            Logging.setLevelForCommand(root.logLevel());
            return work.on(new OpenStore(settings.identity(), Stores.file(settings).orElse(null),
                    UseCases.transfer(store, InstantSource.system(), expiry)));
        }
    }

    private static SessionStore open(StoreSettings settings, Absence absence, ExpiryPolicy expiry) {
        if (Stores.isInMemory(settings)) {
            throw InvalidDataException.of("--store",
                    "must be persistent, but " + settings.displayUrl() + " is not");
        }
        return StoreAccess.withAdvice(settings, advice(settings, absence),
                () -> Stores.open(settings(settings, absence), expiry));
    }

    private static String advice(StoreSettings settings, Absence absence) {
        return settings.url().startsWith("jdbc:h2:file:") && absence == Absence.FAIL
                ? "stop it first, or restore a backup (sessions backup) to another store and use that"
                : "stop it first";
    }

    private static StoreSettings settings(StoreSettings wanted, Absence absence) {
        return switch (absence) {
            case FAIL -> wanted.existing();
            case CREATE -> wanted;
            case SIMULATE -> Stores.isAbsent(wanted) ? EMPTY : wanted.existing();
        };
    }
}
