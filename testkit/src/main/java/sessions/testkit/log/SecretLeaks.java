package sessions.testkit.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that showed a secret, of all logs that the tests of this process cause, until a test answers for them. */
public final class SecretLeaks {

    /**
     * The correlation id, which a line begins with after its level or names as a part, and the trace id: in the form of a
     * session id, yet none.
     */
    private static final Pattern NO_SECRETS = Pattern.compile(
            "^\\S+Z (?:TRACE|DEBUG|INFO|WARN|ERROR) +\\[[^\\]]*\\]|\"(?:correlation_id|trace_id)\":\"[^\"]*\"");

    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    private SecretLeaks() {
    }

    /**
     * Looks at what another program has written to its log.
     *
     * @param program who wrote it, for the message of the test that fails
     * @param typed   arguments of the program, whose secrets it may repeat to whoever typed them
     */
    public static void lookAt(String program, String text, String... typed) {
        String unknown = text;
        for (String argument : typed) {
            unknown = SecretPattern.in(argument).isEmpty() ? unknown : unknown.replace(argument, "");
        }
        unknown.lines().forEach(line -> look(program, NO_SECRETS.matcher(line).replaceAll("")));
    }

    /** Looks at one line, or one with its parts and stack, of which the test is told the beginning and what shows a secret. */
    static void look(String logger, String line) {
        List<SecretPattern> shown = SecretPattern.in(line);
        if (!shown.isEmpty()) {
            Stream<String> telling = line.lines().filter(each -> !SecretPattern.in(each).isEmpty());
            SEEN.add(logger + " showed " + shown + ": " + Stream.concat(line.lines().limit(1), telling).distinct()
                    .map(SecretPattern::cut).collect(Collectors.joining("\n")));
        }
    }

    /** Answers for those since the last time. */
    static void failIfAny() {
        List<String> lines = new ArrayList<>();
        for (String line = SEEN.poll(); line != null; line = SEEN.poll()) {
            lines.add(line);
        }
        if (!lines.isEmpty()) {
            throw new AssertionError("A log showed what none may show:\n" + String.join("\n", lines));
        }
    }
}
