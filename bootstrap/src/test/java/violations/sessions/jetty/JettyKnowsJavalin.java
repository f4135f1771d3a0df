package violations.sessions.jetty;

import io.javalin.Javalin;

/** Breaks the rule that the Jetty server knows no API. */
public record JettyKnowsJavalin(Javalin javalin) {
}
