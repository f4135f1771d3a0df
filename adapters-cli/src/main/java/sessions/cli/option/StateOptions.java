package sessions.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select active or closed sessions; without either, all. */
public final class StateOptions {

    @Option(names = "--active", description = "Only active sessions.")
    private boolean active;

    @Option(names = "--closed", description = "Only closed and expired sessions.")
    private boolean closed;

    /** Returns whether sessions must be active, or null for both states. */
    public static @Nullable Boolean active(@Nullable StateOptions options) {
        return options == null ? null : Boolean.valueOf(options.active && !options.closed);
    }
}
