package sessions.testkit.openapi;

import java.util.HashMap;
import java.util.Map;

/**
 * A path of the document, with parameters as whole segments in braces.
 *
 * @param text the path in the document
 */
record PathTemplate(String text) {

    boolean matches(String path) {
        String[] wanted = segments(text);
        String[] given = segments(path);
        boolean matches = wanted.length == given.length;
        for (int i = 0; matches && i < wanted.length; i++) {
            matches = isParameter(wanted[i]) ? !given[i].isEmpty() : wanted[i].equals(decoded(given[i]));
        }
        return matches;
    }

    /** Returns the parameter values of a matching path by name. */
    Map<String, String> values(String path) {
        Map<String, String> values = new HashMap<>();
        String[] wanted = segments(text);
        String[] given = segments(path);
        for (int i = 0; i < wanted.length; i++) {
            if (isParameter(wanted[i])) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
            }
        }
        return values;
    }

    long parameterCount() {
        return text.chars().filter(c -> c == '{').count();
    }

    private static String[] segments(String path) {
        return path.split("/", -1);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String decoded(String segment) {
        return HttpExchange.decoded(segment.replace("+", "%2B"));
    }
}
