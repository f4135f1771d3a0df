package sessions.persistence;

/**
 * One thing that a store needs of its database before sessions can be kept there: a migration of a SQL schema, or an index.
 *
 * @param name unique in its database: a version, or the name of an index
 * @param description what it is about, for operators; may be empty
 */
public record SchemaPart(String name, String description, State state) {

    /** How the part stands to what this program needs. */
    public enum State {

        /** It is there, as it is needed. */
        APPLIED,

        /** It is not there yet. Migrating makes it. */
        PENDING,

        /** Making it was begun and failed. Migrating does it again. */
        FAILED,

        /** It is there, but not as it is needed. Migrating does not put that right. */
        CHANGED,

        /** A newer program has made it. This one goes on without it: migrations are such that older instances survive. */
        NEWER,

        /** Work on what is stored, which the service does beside its own. */
        ONGOING;

        /** Whether the store can be used as the part is. */
        public boolean isUsable() {
            return this == APPLIED || this == NEWER || this == ONGOING;
        }
    }
}
