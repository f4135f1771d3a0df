package violations.sessions.transport;

import org.eclipse.jetty.server.Request;

/** Breaks the rule that the transport module knows no server. */
public record TransportKnowsJetty(Request request) {
}
