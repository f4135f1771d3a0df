package sessions.pip;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds keys with wrong indentation, which make some configurations invalid YAML, such as one in the guide of the Dart
 * service.
 */
final class MisplacedKeys {

    /** Matches a descriptor and the next line that is neither empty nor a comment, if that line begins with a key. */
    private static final Pattern DESCRIPTOR_AND_KEY = Pattern.compile(
            "(?m)^(?<dash> *- +)[\"']?descriptor[\"']? *:[^\n]*\n(?:[ \t\r]*(?:#[^\n]*)?\n)*"
                    + "(?<indent> +)(?<key>[\\w.]+) *:");

    private MisplacedKeys() {
    }

    /** Reports all wrongly indented keys. Returns whether there are any. */
    static boolean report(RenderedTemplate rendering, PipDiagnostics findings) {
        boolean found = false;
        Matcher matcher = DESCRIPTOR_AND_KEY.matcher(rendering.text());
        while (matcher.find()) {
            int column = matcher.group("dash").length();
            if (matcher.group("indent").length() > column) {
                found = true;
                findings.problem(rendering.originOf(matcher.start("key")),
                        matcher.group("key") + " is indented below the text of descriptor; indent keys to the column"
                                + " of descriptor, " + (column + 1));
            }
        }
        return found;
    }
}
