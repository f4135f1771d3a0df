package sessions.wire.json;

import java.util.regex.Pattern;

/** Makes text from callers safe for one line of a log or a message. */
public final class SingleLine {

    /** Control and format characters and line separators, which could forge or hide log lines; and lone surrogates. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private SingleLine() {
    }

    /** Returns at most the first {@code longest} UTF-16 units, with {@code _} for each unsafe character. */
    public static String of(String text, int longest) {
        return UNSAFE.matcher(text.substring(0, Math.min(text.length(), longest))).replaceAll("_");
    }
}
