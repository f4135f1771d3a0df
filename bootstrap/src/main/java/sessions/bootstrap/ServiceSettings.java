package sessions.bootstrap;

import sessions.application.SessionRules;
import sessions.rest.HttpSettings;

/**
 * What a running service is made of.
 *
 * @param rules what holds for its sessions
 */
record ServiceSettings(StoreSettings store, HttpSettings http, SessionRules rules, SweepSettings sweep,
        AccessSettings access) {
}
