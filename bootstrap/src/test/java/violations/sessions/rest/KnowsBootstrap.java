package violations.sessions.rest;

import sessions.bootstrap.Main;

/** Breaks the rule that no module depends on bootstrap. */
public record KnowsBootstrap(Class<Main> main) {

    public KnowsBootstrap() {
        this(Main.class);
    }
}
