package sessions.testkit.store;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a store cannot do with content that others can. The suites hold a store to the gaps that it declares as to all
 * else, and {@code docs/stores.md} shows them in a table.
 */
public enum StoreGap {

    /** The value of content is kept, key order included, but not its text. */
    FORM("white space, escapes and digits (`1.0`, `1e2`) may change"),

    REPEATED_KEYS("a key twice in one object is refused"),

    LONE_SURROGATES("half of a surrogate pair is refused"),

    NUL_IN_KEYS("the character NUL in a key is refused"),

    NUMBERS("numbers beyond 64 bits, a double and 34 decimal digits are refused"),

    NESTING("more than 99 levels of nesting are refused");

    /** Those of BSON. */
    public static final Set<StoreGap> OF_MONGODB = EnumSet.allOf(StoreGap.class);

    private final String text;

    StoreGap(String text) {
        this.text = text;
    }

    /** As the documentation has it. */
    public String text() {
        return text;
    }
}
