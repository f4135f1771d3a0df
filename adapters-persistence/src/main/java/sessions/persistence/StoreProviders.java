package sessions.persistence;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;

/** Finds the provider of a store by its URL. */
public final class StoreProviders {

    private static final List<StoreProvider> ALL = ServiceLoader
            .load(StoreProvider.class, StoreProvider.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get).toList();

    private StoreProviders() {
    }

    /**
     * Returns the provider of a store.
     *
     * @throws InvalidDataException if no provider accepts its URL
     */
    public static StoreProvider of(StoreSettings store) {
        return ALL.stream().filter(provider -> provider.accepts(store.url())).findFirst()
                .orElseThrow(() -> InvalidDataException.of("--store",
                        "must be " + forms() + " but is " + store.displayUrl()));
    }

    /** Opens a store without metrics. */
    public static SessionStore open(StoreSettings store, ExpiryPolicy expiry) {
        return of(store).open(store, expiry, PoolMetrics.NONE);
    }

    /** Opens a store without metrics and with the default expiry. */
    public static SessionStore open(StoreSettings store) {
        return open(store, ExpiryPolicy.DEFAULT);
    }

    private static String forms() {
        List<String> forms = ALL.stream().map(StoreProvider::urlForms).flatMap(List::stream).toList();
        return forms.stream().limit(forms.size() - 1L).collect(Collectors.joining(", ")) + " or " + forms.getLast();
    }
}
