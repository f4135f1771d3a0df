package violations.sessions.cli;

import sessions.rest.http.EntityTags;

/** Breaks the rule that others use an adapter's root package only. */
public record UsesSubpackage(EntityTags tags) {
}
