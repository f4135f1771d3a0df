package sessions.pip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A configuration of the original cannot be used; every problem that was found is named. */
public final class InvalidPipConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    InvalidPipConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = new ArrayList<>(problems);
    }

    /** One sentence each, with line, component and key; at least one. Without secrets. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }
}
