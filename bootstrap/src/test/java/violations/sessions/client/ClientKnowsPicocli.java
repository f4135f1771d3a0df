package violations.sessions.client;

import picocli.CommandLine.Command;

/** Breaks the rule that the client knows only what a program with the client has on its class path. */
@Command
public final class ClientKnowsPicocli {
}
