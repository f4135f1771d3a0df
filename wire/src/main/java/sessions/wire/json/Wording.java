package sessions.wire.json;

/** The wording of errors about arguments. */
enum Wording {

    /** The words of the original service, for its APIs. */
    CONTRACT {
        @Override
        String wrongType(ValueType expected, ValueType found) {
            // The contract capitalizes this type and omits the actual type.
            return expected == ValueType.MAP
                    ? "type must be Map"
                    : "type must be " + expected.label() + " but found " + found.label();
        }

        @Override
        String missing() {
            return NOT_NULL;
        }
    },

    /** Plain words, for all other APIs and for files. */
    PLAIN {
        @Override
        String wrongType(ValueType expected, ValueType found) {
            return "must be " + expected.noun() + ", got " + found.noun();
        }

        @Override
        String missing() {
            return "is required";
        }
    };

    static final String NOT_NULL = "must not be null";

    /** Returns the problem of a value of another type. */
    abstract String wrongType(ValueType expected, ValueType found);

    /** Returns the problem of a required member that is absent. */
    abstract String missing();
}
