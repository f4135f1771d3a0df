package violations.sessions.shell;

import sessions.wire.json.SingleLine;

/** Breaks the rule that the shell knows only the domain and picocli. */
public final class ShellKnowsWire {

    static String text() {
        return SingleLine.of("x", 1);
    }
}
