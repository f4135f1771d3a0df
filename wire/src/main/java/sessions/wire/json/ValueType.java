package sessions.wire.json;

import tools.jackson.core.JsonToken;

/** Types of JSON values, with their names in the contract's error messages. */
public enum ValueType {

    STRING("string"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    MAP("map"),
    ARRAY("array"),
    NULL("null");

    private final String label;

    ValueType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isNumber() {
        return this == LONG || this == DOUBLE;
    }

    /** Returns the type of the value that a token starts. */
    static ValueType of(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> STRING;
            case VALUE_NUMBER_INT -> LONG;
            case VALUE_NUMBER_FLOAT -> DOUBLE;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case START_OBJECT -> MAP;
            case START_ARRAY -> ARRAY;
            case VALUE_NULL -> NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalArgumentException(token + " starts no value");
        };
    }
}
