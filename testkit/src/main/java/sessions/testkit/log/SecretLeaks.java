package sessions.testkit.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects log lines with secrets, from all logs of the tests of this process, until a test fails for them. */
public final class SecretLeaks {

    /**
     * The correlation id, at the start of a line after its level or as a named part, and the trace id. They look like
     * session ids, but are not.
     */
    private static final Pattern NOT_SECRET = Pattern.compile(
            "^\\S+Z (?:TRACE|DEBUG|INFO|WARN|ERROR) +\\[[^\\]]*\\]|\"(?:correlation_id|trace_id)\":\"[^\"]*\"");

    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    private SecretLeaks() {
    }

    /**
     * Checks the log of another program.
     *
     * @param program its name, for the message of the failing test
     * @param typed arguments of the program; it may show their secrets, because the user typed them
     */
    public static void checkOutput(String program, String text, String... typed) {
        String unknown = text;
        for (String argument : typed) {
            unknown = SecretPattern.in(argument).isEmpty() ? unknown : unknown.replace(argument, "");
        }
        unknown.lines().forEach(line -> checkLine(program, NOT_SECRET.matcher(line).replaceAll("")));
    }

    /**
     * Checks a line with its parts and stack trace. The failure message contains the first line and the lines with
     * secrets, in which the secrets are hidden.
     */
    static void checkLine(String logger, String line) {
        List<SecretPattern> shown = SecretPattern.in(line);
        if (!shown.isEmpty()) {
            Stream<String> revealing = line.lines().filter(each -> !SecretPattern.in(each).isEmpty());
            SEEN.add(logger + " showed " + shown + ": " + Stream.concat(line.lines().limit(1), revealing).distinct()
                    .map(SecretPattern::cut).collect(Collectors.joining("\n")));
        }
    }

    /** Fails if lines were collected since the last call. */
    static void failIfAny() {
        List<String> lines = new ArrayList<>();
        for (String line = SEEN.poll(); line != null; line = SEEN.poll()) {
            lines.add(line);
        }
        if (!lines.isEmpty()) {
            throw new AssertionError("A log line contains a secret:\n" + String.join("\n", lines));
        }
    }
}
