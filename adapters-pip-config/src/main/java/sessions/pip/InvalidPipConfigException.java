package sessions.pip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Thrown if a configuration of the original cannot be used. Names every problem that was found. */
public final class InvalidPipConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    InvalidPipConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = new ArrayList<>(problems);
    }

    /** Returns the problems, at least one: one sentence each, with line, component and key, and without secrets. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }
}
