package violations.sessions.application;

import org.slf4j.Logger;

/** Breaks the rule that the application knows only the domain. */
public record ApplicationKnowsLogging(Logger log) {
}
