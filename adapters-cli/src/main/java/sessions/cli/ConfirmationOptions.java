package sessions.cli;

import picocli.CommandLine.Option;

/** Whether to go on with what touches several sessions. */
final class ConfirmationOptions {

    @Option(names = "--yes", description = "Do not ask, however many sessions it is about.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    boolean isGiven() {
        return yes;
    }

    boolean isDryRun() {
        return dryRun;
    }
}
