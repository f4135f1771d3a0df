package violations.sessions.nowhere;

/** Breaks the rule that every class belongs to a layer. */
public final class BelongsToNoLayer {
}
