package violations.sessions.files;

import sessions.domain.model.SessionV1;

/** Breaks the rule that the files module knows only the JDK. */
public record FilesKnowDomain(SessionV1 session) {
}
