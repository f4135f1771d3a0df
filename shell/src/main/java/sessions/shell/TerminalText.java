package sessions.shell;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What callers wrote, made safe to print: control and format characters could steer the terminal or hide what stands
 * there.
 */
public final class TerminalText {

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final Pattern STEERING_WITHIN_LINES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

    private TerminalText() {
    }

    public static String text(String text) {
        return STEERING.matcher(text).replaceAll("?");
    }

    /** The first so many characters of a text, the last of them an ellipsis. */
    public static String cut(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** Text of several lines. */
    public static String lines(String text) {
        return STEERING_WITHIN_LINES.matcher(text).replaceAll("?");
    }

    /** The same JSON on one line. Raw control characters below the space can only be white space between its values. */
    public static String json(String json) {
        return STEERING.matcher(json).replaceAll(TerminalText::whiteSpaceOrEscape);
    }

    private static String whiteSpaceOrEscape(MatchResult match) {
        String found = match.group();
        return found.charAt(0) < ' '
                ? " "
                : found.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
    }
}
