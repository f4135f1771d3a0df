package sessions.bootstrap.options;

import picocli.CommandLine.Mixin;
import sessions.persistence.StoreSettings;

/** What an admin command must know of the service's settings to work on its store in place of it. */
public final class DirectOptions {

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    public StoreSettings store() {
        return store.settings().withMigration(migration.migration());
    }

    public ExpiryOptions expiry() {
        return expiry;
    }
}
