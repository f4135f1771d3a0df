package sessions.bootstrap;

import picocli.CommandLine.Mixin;

/** What an admin command must know of the service's settings to work on its store in place of it. */
final class DirectOptions {

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    StoreSettings store() {
        return store.settings().migrated(migration.migration());
    }

    ExpiryOptions expiry() {
        return expiry;
    }
}
