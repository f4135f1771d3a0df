package violations.sessions.rest;

/** Breaks the rule that adapters show only their listed types. */
public final class SecondEntry {
}
