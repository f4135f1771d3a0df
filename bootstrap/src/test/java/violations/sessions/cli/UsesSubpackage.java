package violations.sessions.cli;

import sessions.rest.http.EntityTags;

/** Breaks the rule that other modules use only an adapter's root package. */
public record UsesSubpackage(EntityTags tags) {
}
