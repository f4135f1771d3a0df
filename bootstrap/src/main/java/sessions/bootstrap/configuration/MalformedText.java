package sessions.bootstrap.configuration;

/**
 * Detects arguments and variables whose bytes are not UTF-8. The JVM replaces such bytes, so a command would work with
 * another text than its caller wrote.
 */
public final class MalformedText {

    private static final char REPLACEMENT = '\ufffd';

    private MalformedText() {
    }

    /** Returns whether the JVM replaced bytes of a text. Also true if the text itself contains U+FFFD. */
    public static boolean isIn(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }
}
