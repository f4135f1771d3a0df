package sessions.persistence;

/** Whether a store or its operator migrates the schema. */
public enum Migration {

    /** The store, when it is opened. */
    AUTOMATIC,

    /** An operator, before the store is opened. The store does not change the schema. */
    BY_OPERATOR
}
