package violations.sessions.domain;

import picocli.CommandLine.Command;

/** Breaks the rule that the domain knows only the JDK. */
@Command
public final class DomainKnowsPicocli {
}
