package sessions.bootstrap;

import picocli.CommandLine.Mixin;

/** What an admin command must know of the service's settings to work on its store in place of it. */
final class DirectOptions {

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    StoreOptions store() {
        return store;
    }

    ExpiryOptions expiry() {
        return expiry;
    }
}
