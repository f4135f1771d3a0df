package sessions.pip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is found in a file: problems, which stop the start, and warnings. */
final class PipDiagnostics {

    /** Stands for the file as a whole. */
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

    /** In the order of their lines. */
    List<String> warnings() {
        return texts(warnings);
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw invalid();
        }
    }

    /** Holds the problems, of which there must be one. */
    InvalidPipConfigException invalid() {
        return new InvalidPipConfigException(texts(problems));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparingInt(Finding::line)).map(Finding::toString).toList();
    }
}
