package violations.sessions.cycle.there;

import violations.sessions.cycle.back.Back;

/** Breaks the rule that packages do not use each other, with {@link Back}. */
public record There(Class<Back> back) {
}
