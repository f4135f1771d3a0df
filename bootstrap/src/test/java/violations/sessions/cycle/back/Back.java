package violations.sessions.cycle.back;

import violations.sessions.cycle.there.There;

/** Breaks the rule that packages do not use each other, with {@link There}. */
public record Back(Class<There> there) {

    public Back() {
        this(There.class);
    }
}
