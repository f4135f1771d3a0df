package sessions.bootstrap.store;

import java.util.List;
import java.util.stream.Collectors;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/**
 * The schema of a store, as it was read.
 *
 * @param settings the store
 * @param parts the parts of the schema; empty if the store needs none
 */
public record StoreSchema(StoreSettings settings, List<SchemaPart> parts) {

    /**
     * Reads the schema. Changes nothing and does not create a missing store.
     *
     * @throws sessions.domain.error.SessionsException if it cannot be read
     */
    public static StoreSchema of(StoreSettings settings) {
        return new StoreSchema(settings,
                StoreAccess.withStoreName(settings, () -> StoreProviders.of(settings).schema(settings)));
    }

    /** Returns the parts whose state prevents use of the store. */
    List<SchemaPart> unusable() {
        return parts.stream().filter(part -> !part.state().isUsable()).toList();
    }

    /** @throws StoreUnavailableException if the store cannot be used; the message contains advice */
    void requireUsable() {
        List<SchemaPart> unusable = unusable();
        if (!unusable.isEmpty()) {
            throw new StoreUnavailableException("The schema of " + settings.displayUrl() + " is not up to date ("
                    + unusable.stream().map(StoreSchema::describe).collect(Collectors.joining("; "))
                    + ") and automatic migration is off: run sessions db migrate first", null);
        }
    }

    /** Describes a part and its state. */
    public static String describe(SchemaPart part) {
        String named = part.name() + (part.description().isEmpty() ? "" : " (" + part.description() + ")");
        return named + switch (part.state()) {
            case APPLIED -> " is applied";
            case PENDING -> " is pending";
            case FAILED -> " failed and must be applied again";
            case CHANGED -> " differs from this version of the program";
            case NEWER -> " comes from a newer version of the program";
            case ONGOING -> " must still be converted, by the service's sweeps or by sessions db migrate";
        };
    }
}
