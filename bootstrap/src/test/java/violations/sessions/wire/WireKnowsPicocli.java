package violations.sessions.wire;

import picocli.CommandLine.Command;

/** Breaks the rule that the wire knows only the domain and JSON. */
@Command
public final class WireKnowsPicocli {
}
