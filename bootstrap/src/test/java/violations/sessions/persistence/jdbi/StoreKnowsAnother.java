package violations.sessions.persistence.jdbi;

import sessions.persistence.memory.MemorySessionStore;

/** Breaks the rule that stores do not know each other. */
public record StoreKnowsAnother(MemorySessionStore other) {
}
