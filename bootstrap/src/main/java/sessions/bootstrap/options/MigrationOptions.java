package sessions.bootstrap.options;

import picocli.CommandLine.Option;
import sessions.persistence.Migration;
import sessions.shell.Setting;

/** The option that says who brings the store's schema up to date. */
final class MigrationOptions {

    @Setting
    @Option(names = "--auto-migrate", defaultValue = "true", fallbackValue = "true", description = {
            "Bring the store's schema up to date when it is opened; with =false it must be so already, by sessions db"
                    + " migrate (default: ${DEFAULT-VALUE})."})
    private boolean automatic = true;

    Migration migration() {
        return automatic ? Migration.AUTOMATIC : Migration.BY_OPERATOR;
    }
}
