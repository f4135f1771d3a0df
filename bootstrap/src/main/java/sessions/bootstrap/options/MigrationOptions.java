package sessions.bootstrap.options;

import picocli.CommandLine.Option;
import sessions.persistence.Migration;
import sessions.shell.Setting;

/** The option that turns automatic migration of the store's schema on or off. */
final class MigrationOptions {

    @Setting
    @Option(names = "--auto-migrate", defaultValue = "true", fallbackValue = "true", description = {
            "Migrate the store's schema when the store is opened; with =false, run sessions db migrate first (default:"
                    + " ${DEFAULT-VALUE})."})
    private boolean automatic = true;

    Migration migration() {
        return automatic ? Migration.AUTOMATIC : Migration.BY_OPERATOR;
    }
}
