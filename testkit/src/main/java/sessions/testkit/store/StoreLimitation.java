package sessions.testkit.store;

import java.util.EnumSet;
import java.util.Set;

/**
 * A limitation of a store for content. The suites test the declared limitations too, and {@code docs/stores.md} lists
 * them in a table.
 */
public enum StoreLimitation {

    /** The value of content is kept, including the order of keys, but not its text. */
    FORM("white space, escapes and digits (`1.0`, `1e2`) may change"),

    REPEATED_KEYS("objects with repeated keys are rejected"),

    LONE_SURROGATES("lone surrogates are rejected"),

    NUL_IN_KEYS("keys with the character NUL are rejected"),

    NUMBERS("numbers beyond 64 bits, a double and 34 decimal digits are rejected"),

    NESTING("more than 99 levels of nesting are rejected");

    /** The limitations of BSON. */
    public static final Set<StoreLimitation> OF_MONGODB = EnumSet.allOf(StoreLimitation.class);

    private final String text;

    StoreLimitation(String text) {
        this.text = text;
    }

    /** Returns the description in the documentation. */
    public String text() {
        return text;
    }
}
