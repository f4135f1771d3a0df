package sessions.shell;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text from callers safe to print: control and format characters could control the terminal or hide other text.
 */
public final class TerminalText {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final Pattern UNSAFE_WITHIN_LINES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

    private TerminalText() {
    }

    public static String text(String text) {
        return UNSAFE.matcher(text).replaceAll("?");
    }

    /** Returns a text cut to a number of characters, the last of which is an ellipsis. */
    public static String cut(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** Returns a safe text of several lines. */
    public static String lines(String text) {
        return UNSAFE_WITHIN_LINES.matcher(text).replaceAll("?");
    }

    /**
     * Returns the same JSON on one line. Raw control characters below the space can only be white space between its
     * values.
     */
    public static String json(String json) {
        return UNSAFE.matcher(json).replaceAll(TerminalText::whiteSpaceOrEscape);
    }

    private static String whiteSpaceOrEscape(MatchResult match) {
        String found = match.group();
        return found.charAt(0) < ' '
                ? " "
                : found.chars().mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
                        .collect(Collectors.joining());
    }
}
