package sessions.pip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of a file, which abort startup, and its warnings. */
final class PipDiagnostics {

    /** The line of findings that concern the whole file. */
    static final int NO_LINE = 0;

    private record Finding(int line, String text) {
        @Override
        public String toString() {
            return line == NO_LINE ? text : "line " + line + ": " + text;
        }
    }

    private final List<Finding> problems = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    void problem(int line, String text) {
        problems.add(new Finding(line, text));
    }

    void warning(int line, String text) {
        warnings.add(new Finding(line, text));
    }

    /** Returns the warnings ordered by line. */
    List<String> warnings() {
        return texts(warnings);
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw invalid();
        }
    }

    /** Returns an exception with the problems, of which there must be at least one. */
    InvalidPipConfigException invalid() {
        return new InvalidPipConfigException(texts(problems));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparingInt(Finding::line)).map(Finding::toString).toList();
    }
}
