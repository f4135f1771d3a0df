package violations.sessions.cli;

import sessions.rest.HttpSettings;

/** Breaks the rule that adapters do not know each other. */
public record AdapterKnowsAnother(HttpSettings settings) {
}
