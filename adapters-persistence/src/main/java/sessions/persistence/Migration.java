package sessions.persistence;

/** Who migrates the schema of a store. */
public enum Migration {

    /** The store, when it is opened. */
    AUTOMATIC,

    /** An operator, before the store is opened. The store does not change the schema. */
    BY_OPERATOR
}
