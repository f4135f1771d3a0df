package sessions.bootstrap.options;

import picocli.CommandLine.Mixin;
import sessions.persistence.StoreSettings;

/** The service's settings that an admin command needs to open the store directly. */
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
