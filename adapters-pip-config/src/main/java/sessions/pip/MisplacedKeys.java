package sessions.pip;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cause of why some configurations, such as one that the Dart service's guide printed, are no YAML. */
final class MisplacedKeys {

    /** A descriptor, and the next line that is neither empty nor a comment, if that begins with a key. */
    private static final Pattern DESCRIPTOR_AND_KEY = Pattern.compile(
            "(?m)^(?<dash> *- +)[\"']?descriptor[\"']? *:[^\n]*\n(?:[ \t\r]*(?:#[^\n]*)?\n)*(?<indent> +)(?<key>[\\w.]+) *:");

    private MisplacedKeys() {
    }

    /** Reports them all, if there are any. */
    static boolean report(RenderedTemplate rendering, PipDiagnostics findings) {
        boolean found = false;
        Matcher matcher = DESCRIPTOR_AND_KEY.matcher(rendering.text());
        while (matcher.find()) {
            int column = matcher.group("dash").length();
            if (matcher.group("indent").length() > column) {
                found = true;
                findings.problem(rendering.originOf(matcher.start("key")),
                        matcher.group("key") + " is indented below the text of descriptor; keys belong at the column of"
                                + " descriptor, " + (column + 1));
            }
        }
        return found;
    }
}
