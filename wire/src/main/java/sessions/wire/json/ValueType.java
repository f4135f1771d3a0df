package sessions.wire.json;

import tools.jackson.core.JsonToken;

/** Types of JSON values, with their names in the contract's error messages and in plain words. */
public enum ValueType {

    STRING("string", "a string"),
    LONG("long", "a number"),
    DOUBLE("double", "a number with a fraction"),
    BOOLEAN("boolean", "a boolean"),
    MAP("map", "an object"),
    ARRAY("array", "an array"),
    NULL("null", "null");

    private final String label;
    private final String noun;

    ValueType(String label, String noun) {
        this.label = label;
        this.noun = noun;
    }

    public String label() {
        return label;
    }

    /** Returns the name in plain words, with its article. */
    String noun() {
        return noun;
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
