package violations.sessions.cycle.back;

/** Breaks the rule that a class name occurs once. */
public final class There {
}
