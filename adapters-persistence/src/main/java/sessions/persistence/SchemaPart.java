package sessions.persistence;

/**
 * One part of a store's schema: a SQL migration, an index, or a migration of documents.
 *
 * @param name unique in its database, such as a version or the name of an index
 * @param description for operators; may be empty
 */
public record SchemaPart(String name, String description, State state) {

    /** The state of a part, compared with the schema that this program needs. */
    public enum State {

        /** Exists as needed. */
        APPLIED,

        /** Does not exist yet. A migration creates it. */
        PENDING,

        /** Its migration failed. The next migration repeats it. */
        FAILED,

        /** Exists but differs. A migration does not correct it. */
        CHANGED,

        /**
         * Was created by a newer program. This program works without it, because migrations keep older instances
         * working.
         */
        NEWER,

        /** A migration of stored data that the service does in the background. */
        ONGOING;

        /** Returns whether the store can be used in this state. */
        public boolean isUsable() {
            return this == APPLIED || this == NEWER || this == ONGOING;
        }
    }
}
