package violations.sessions.unmarked;

/** Breaks the rule that every package is null-marked. */
public final class InUnmarkedPackage {
}
