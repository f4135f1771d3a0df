package sessions.persistence;

/** Who brings the schema of a store up to date. */
public enum Migration {

    /** The store itself, when it is opened. */
    AUTOMATIC,

    /** An operator, before the store is opened, which then leaves the schema as it is. */
    BY_OPERATOR
}
