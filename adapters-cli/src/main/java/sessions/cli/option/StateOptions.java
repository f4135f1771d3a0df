package sessions.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One or the other, or neither for all. */
public final class StateOptions {

    @Option(names = "--active", description = "Only active sessions.")
    private boolean active;

    @Option(names = "--closed", description = "Only closed and expired sessions.")
    private boolean closed;

    /** Which state was asked for, or null for any. */
    public static @Nullable Boolean active(@Nullable StateOptions options) {
        return options == null ? null : Boolean.valueOf(options.active && !options.closed);
    }
}
