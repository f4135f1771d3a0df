package violations.sessions.jetty;

import sessions.rest.HttpSettings;

/** Breaks the rule that the Jetty server knows no API. */
public record JettyKnowsRest(HttpSettings settings) {
}
