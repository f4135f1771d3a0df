package sessions.bootstrap.store;

import java.util.List;
import java.util.stream.Collectors;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/**
 * The schema of a store as it was found.
 *
 * @param settings which store
 * @param parts none where the store needs no schema
 */
public record StoreSchema(StoreSettings settings, List<SchemaPart> parts) {

    /**
     * Looks at it, which changes nothing and makes no store that is not there.
     *
     * @throws sessions.domain.error.SessionsException where it cannot be looked at
     */
    public static StoreSchema of(StoreSettings settings) {
        return new StoreSchema(settings,
                StoreAccess.named(settings, () -> StoreProviders.of(settings).schema(settings)));
    }

    /** Those parts that the store cannot be used without, or not as they are. */
    List<SchemaPart> unusable() {
        return parts.stream().filter(part -> !part.state().isUsable()).toList();
    }

    /** @throws StoreUnavailableException where the store cannot be used as it is; says what to do */
    void requireUsable() {
        List<SchemaPart> unusable = unusable();
        if (!unusable.isEmpty()) {
            throw new StoreUnavailableException("The schema of " + settings.displayUrl() + " is not up to date ("
                    + unusable.stream().map(StoreSchema::inWords).collect(Collectors.joining("; "))
                    + ") and automatic migration is off: run sessions db migrate first", null);
        }
    }

    /** What is to be said of a part, and how it is. */
    public static String inWords(SchemaPart part) {
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
